import type { about as en } from '../en/about.ts'
import type { Texts } from '../texts.ts'

/** About the coalition, and how it works. */
export const about: Texts<typeof en> = {
  'about.title': 'Over de coalitie',
  'about.description': 'Wie de EU STEM Coalition is, hoe zij is ontstaan, hoe zij wordt bestuurd en wat anderen over haar zeggen.',
  'about.lead':
    'Een EU-breed netwerk van nationale en regionale STEM-platforms dat overheden helpt betere strategieën voor bèta- en technisch onderwijs te ontwikkelen.',
  'about.who': 'Wie wij zijn',
  'about.who.1':
    'Europa heeft meer mensen nodig die kunnen werken in bèta, techniek, ICT en wiskunde. Elk land geeft daar op zijn eigen manier antwoord op: met een eigen platform, een ministerie, een regio, een onderzoeksraad, een agentschap of een netwerk van universiteiten.',
  'about.who.2':
    'De coalitie brengt deze organisaties bijeen. Zij delen wat werkt, kijken naar dezelfde cijfers en helpen elkaar wanneer een land een strategie wil opzetten of de bestaande wil verbeteren.',
  'about.who.members': 'Bekijk de leden',
  'about.who.work': 'Bekijk hoe wij werken',
  'about.history': 'Geschiedenis',
  'about.history.lead': 'Van drie handtekeningen in Amsterdam tot een netwerk dat elk jaar bijeenkomt.',
  'about.history.launch': 'De coalitie begint in Amsterdam: Denemarken, Estland en Nederland ondertekenen een steunverklaring.',
  'about.governance': 'Hoe wij worden bestuurd',
  'about.governance.1': 'In de algemene vergadering van de lidorganisaties beslist het netwerk waaraan het werkt.',
  'about.governance.2':
    'Het secretariaat is gevestigd bij Platform Talent voor Technologie in Nederland, het Nederlandse publiek-private platform dat een van de oprichters was.',
  'about.governance.3':
    'Knooppunten brengen buren bijeen: een Noords knooppunt, en een zuidelijk knooppunt dat Baskische partners samen met Frankrijk, Spanje en Griekenland onderhouden.',
  'about.voices': 'Wat anderen zeggen',
  'about.voices.lead': 'Tussen aanhalingstekens waar wij de letterlijke woorden hebben, in onze woorden waar dat niet zo is.',
  'about.projects': 'Europese projecten',
  'about.projects.lead': 'Projecten die het werk van de coalitie of van haar leden hebben gedragen.',
  'work.title': 'Hoe wij werken',
  'work.description':
    'Beleidsadviezen, taskforces en rondetafels voor overheden; conferenties, werkgroepen, webinars, peer learning en verzamelingen voor iedereen.',
  'work.lead': 'Wij helpen overheden rechtstreeks, en wij leren samen. Beide gebeurt door mensen die zelf een STEM-platform leiden.',
  'work.support': 'Rechtstreekse ondersteuning',
  'work.support.lead': 'Het begint met één vraag van een ministerie, een regio of een platform.',
  'work.policy-briefing': 'Beleidsadvies',
  'work.policy-briefing.text': 'Eén vraag, één aanbeveling die voor uw land is geschreven, met de ervaring van platforms die voor dezelfde vraag stonden.',
  'work.policy-briefing.result': 'Wat u krijgt: een kort document waarop een beslissing kan steunen.',
  'work.taskforce': 'Taskforce',
  'work.taskforce.text': 'Een langer traject: bezoeken, bijeenkomsten en advies over meerdere maanden, met vakgenoten die het al hebben gedaan.',
  'work.taskforce.result': 'Wat u krijgt: een plan dat is beproefd met de mensen die het gaan uitvoeren.',
  'work.roundtable': 'Rondetafel',
  'work.roundtable.text': 'Overheid, onderwijs en bedrijfsleven zitten aan één tafel en vinden de knelpunten die geen van hen alleen kan wegnemen.',
  'work.roundtable.result': 'Wat u krijgt: een gedeelde lijst van knelpunten, en wie de volgende stap zet.',
  'work.taskforces': { one: '{count} taskforce tot nu toe', other: '{count} taskforces tot nu toe' },
  'work.taskforces.lead': 'Elk zoals erom werd gevraagd, en waartoe het heeft geleid.',
  'work.together': 'Samen leren',
  'work.together.lead': 'Open voor het hele netwerk, en vaak ook daarbuiten.',
  'work.on-file': { one: '{count} vastgelegd', other: '{count} vastgelegd' },
  'work.conferences': 'Conferenties en vergaderingen',
  'work.conferences.text': 'Eén keer per jaar komt het hele netwerk bijeen, met werksessies voor leden en een open deel voor iedereen.',
  'work.working-groups': 'Thematische werkgroepen',
  'work.working-groups.text': 'Leden die voor dezelfde vraag staan, werken er een tijd aan en geven hun resultaat door aan de anderen.',
  'work.webinars': 'Webinars',
  'work.webinars.text': 'Korte onlinebijeenkomsten waarin één praktijkvoorbeeld of één studie wordt getoond en besproken.',
  'work.peer-learning': 'Peer learning',
  'work.peer-learning.text': 'Een delegatie bezoekt een platform, ziet ter plaatse hoe het werkt en neemt mee naar huis wat past.',
  'work.repositories': 'Verzamelingen en data',
  'work.repositories.text': 'Praktijkvoorbeelden, publicaties en cijfers, op één plaats verzameld en voor iedereen vrij te gebruiken.',
  'work.practices': { one: 'Bekijk {count} praktijkvoorbeeld', other: 'Bekijk {count} praktijkvoorbeelden' },
  'work.latest': 'Laatste bijeenkomsten',
}
