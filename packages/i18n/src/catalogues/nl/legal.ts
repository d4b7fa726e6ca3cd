import type { legal as en } from '../en/legal.ts'
import type { Texts } from '../texts.ts'

/** Languages, accessibility, privacy. */
export const legal: Texts<typeof en> = {
  'languages.title': 'Talen',
  'languages.description': 'In welke talen u de site van de EU STEM Coalition kunt lezen, en wat er gebeurt waar een vertaling ontbreekt.',
  'languages.lead': 'De site is gebouwd voor alle 24 officiële talen van de Europese Unie. Een taal gaat open wanneer elke pagina erin is vertaald.',
  'languages.open': 'U kunt de site lezen in het',
  'languages.coming': 'In voorbereiding',
  'languages.coming.text': 'Datums, getallen en namen kloppen in deze talen al; de teksten zijn nog niet vertaald.',
  'languages.content': 'Wat leden schrijven',
  'languages.content.text':
    'Praktijkvoorbeelden en beschrijvingen worden getoond in de taal van de pagina wanneer er een vertaling is. Anders ziet u het origineel, met vermelding van de taal, en een melding zegt dat.',
  'languages.choice': 'Hoe u van taal wisselt',
  'languages.choice.text':
    'Gebruik de taalknop boven aan elke pagina: u blijft op dezelfde pagina. De taal maakt deel uit van het adres, zodat een gedeelde link in dezelfde taal opent. Wij wisselen de taal nooit uit eigen beweging; als uw browser een andere verkiest, biedt een melding die bij aankomst aan.',
  'accessibility.title': 'Toegankelijkheidsverklaring',
  'accessibility.description': 'Hoe toegankelijk de site van de EU STEM Coalition is, wat dat niet is, en hoe u ons een belemmering meldt.',
  'accessibility.lead':
    'Iedereen moet deze site kunnen gebruiken: met het toetsenbord, met een schermlezer, vergroot, in donkere of geforceerde kleuren, op papier en zonder JavaScript.',
  'accessibility.status': 'Hoe ver wij zijn',
  'accessibility.status.text':
    'Wij streven naar de Web Content Accessibility Guidelines 2.2, niveau AA, en naar EN 301 549. Volgens onze eigen tests voldoet de site daaraan, behalve op de onderstaande punten. Er is nog geen externe audit geweest.',
  'accessibility.known': 'Bekende beperkingen',
  'accessibility.known.1': 'Beschrijvingen van praktijkvoorbeelden bestaan alleen in het Engels. Hun taal is aangegeven, zodat schermlezers ze goed voorlezen.',
  'accessibility.known.2': 'Publicaties openen op de sites van hun uitgevers; wij weten niet of die documenten toegankelijk zijn.',
  'accessibility.known.3': 'De ledenkaart kan niet met het toetsenbord worden bediend. De lijst ernaast bevat dezelfde links.',
  'accessibility.tested': 'Hoe wij testen',
  'accessibility.tested.text':
    'Elke wijziging wordt door programma’s getest voordat zij live gaat: op schendingen van de regels, op gebruik met alleen het toetsenbord, van 320 tot 1920 pixels breed, met ruimere tekstafstand, van rechts naar links, in donkere en geforceerde kleuren, en op papier. Mensen die dagelijks een schermlezer gebruiken, hebben de site nog niet getest.',
  'accessibility.tell': 'Een belemmering melden',
  'accessibility.tell.text':
    'Schrijf het secretariaat; de contactpagina zegt hoe. Noem de pagina en wat u probeerde te doen. Wij antwoorden binnen 15 werkdagen.',
  'accessibility.enforce': 'Als ons antwoord niet helpt',
  'accessibility.enforce.text':
    'U kunt zich wenden tot de instantie die in uw land toeziet op webtoegankelijkheid, of tot de Europese Ombudsman wanneer het gaat om werk dat door de Europese Unie wordt gefinancierd.',
  'accessibility.date': 'Deze verklaring is opgesteld op {date} na een zelfbeoordeling.',
  'accessibility.contact': 'Contact',
  'privacy.title': 'Privacy',
  'privacy.description': 'Wat de site van de EU STEM Coalition over u weet: zo weinig mogelijk.',
  'privacy.lead':
    'U kunt elke openbare pagina lezen zonder ons te zeggen wie u bent. Openbare pagina’s bevatten geen cookies, geen tellers, geen reclame en niets van andere bedrijven.',
  'privacy.visit': 'Wanneer u een pagina leest',
  'privacy.visit.text':
    'Uw browser stuurt ons uw netwerkadres, zoals aan elke site. Wij gebruiken het een ogenblik om u te antwoorden en een vloed van verzoeken tegen te houden. Onze logboeken bevatten het niet, en ook niet wat u zocht. Technische logboeken worden na zeven dagen verwijderd.',
  'privacy.theme': 'Wanneer u licht of donker kiest',
  'privacy.theme.text':
    'Wij bewaren uw keuze in één cookie met de naam __Host-theme in uw browser. Hij bevat één woord en wordt verwijderd wanneer u ‘Systeem’ kiest, of na een jaar.',
  'privacy.register': 'Organisaties op deze site',
  'privacy.register.text':
    'Het register beschrijft organisaties, geen personen. De vermeldingen komen uit openbare bronnen en noemen die. Personen worden alleen bij naam geciteerd waar zij in het openbaar namens hun ambt spraken.',
  'privacy.account': 'Wanneer u een account hebt',
  'privacy.account.text':
    'Wij bewaren uw e-mailadres om u toegang te geven en u te schrijven, en uw naam, functie en telefoonnummer als u die opgeeft; u kiest wie in het netwerk wat daarvan ziet. Wie wanneer welke rol had, wordt bewaard om verantwoording af te leggen over wat er is gedaan. Alles blijft tot u uw account verwijdert; dat doet u zelf onder ‘Mijn gegevens’, waar u ook alles kunt inzien en meenemen.',
  'privacy.sessions': 'Wanneer u zich aanmeldt',
  'privacy.sessions.text':
    'Twee cookies zijn nodig: __Host-login gedurende tien minuten terwijl u zich aanmeldt, en __Host-session zolang u aangemeld bent, ten hoogste 30 dagen (12 uur voor medewerkers). Wij noteren browser en systeem, zodat u uw sessies kunt onderscheiden, en vergeten een sessie 30 dagen na het einde ervan. Een verzoek om aan te melden wordt na een dag vergeten. Om misbruik tegen te gaan tellen wij pogingen per adres en netwerk als hashes met sleutel, ten hoogste een dag. Passkeys blijven tot u ze verwijdert.',
  'privacy.mails': 'Wanneer wij u schrijven',
  'privacy.mails.text':
    'Adres en inhoud van een e-mail worden vergeten zodra hij is verzonden, of na 30 dagen wanneer hij niet kan worden bezorgd. Dat een e-mail is verzonden, wordt 90 dagen bewaard. Onze e-mails bevatten geen afbeeldingen en niets dat ons vertelt of u ze hebt geopend.',
  'privacy.joining': 'Wanneer u zich aanmeldt als lid of wordt uitgenodigd',
  'privacy.joining.text':
    'Een aanmelding wordt na zeven dagen vergeten wanneer het adres niet is bevestigd. Contactgegevens van een aanmelding waarover is beslist, worden een jaar bewaard. Het adres van een uitnodiging wordt vergeten wanneer u antwoordt, of 30 dagen nadat zij is verlopen.',
  'privacy.requests': 'Wanneer u om ondersteuning vraagt',
  'privacy.requests.text':
    'Wat u schrijft, wie u bent en de bestanden die u toevoegt, worden versleuteld bewaard (AES-256) en door het secretariaat gelezen om u te antwoorden; mensen die het secretariaat om hulp vraagt, zien het gesprek. Een aanvraag die op uw antwoord wacht, wordt gesloten na 60 dagen waarin niets gebeurt, een beantwoorde na 30. Zij wordt twee jaar na sluiting vergeten, spam na 90 dagen, een voor later bewaard formulier na 30. U kunt per e-mail antwoorden; dat er een e-mail kwam, wordt 90 dagen bewaard als hash met sleutel. Onze e-mails aan u bevatten het kenmerk en een link, nooit wat er is geschreven.',
  'privacy.programs': 'Wanneer programma’s bericht krijgen',
  'privacy.programs.text':
    'Een programma van een partner kan bericht krijgen dat een aanvraag is veranderd: kenmerk, soort en status, en niets over u. Deze berichten worden na 30 dagen vergeten.',
  'privacy.where': 'Waar de gegevens zijn',
  'privacy.where.text':
    'Cloudflare beheert de site voor ons als verwerker. De databanken staan in de Europese Unie. Kopieën van openbare pagina’s worden dicht bij de lezers bewaard, ook buiten de Unie; zij bevatten niets over u.',
  'privacy.rights': 'Uw rechten',
  'privacy.rights.text':
    'U kunt vragen wat wij over u bewaren, het laten verbeteren of wissen, en bezwaar maken tegen het gebruik ervan (algemene verordening gegevensbescherming, artikelen 15 tot en met 21). Schrijf het secretariaat. U kunt ook een klacht indienen bij de gegevensbeschermingsautoriteit van uw land.',
  'privacy.who': 'Wie verantwoordelijk is',
  'privacy.who.text': 'Het secretariaat van de EU STEM Coalition bij Platform Talent voor Technologie in Nederland.',
}
