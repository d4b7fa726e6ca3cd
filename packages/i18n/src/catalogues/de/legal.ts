import type { legal as en } from '../en/legal.ts'
import type { Texts } from '../texts.ts'

/** Languages, accessibility, privacy. */
export const legal: Texts<typeof en> = {
  'languages.title': 'Sprachen',
  'languages.description': 'In welchen Sprachen Sie die Website der EU STEM Coalition lesen können und was geschieht, wenn eine Übersetzung fehlt.',
  'languages.lead':
    'Die Website ist für alle 24 Amtssprachen der Europäischen Union angelegt. Eine Sprache wird geöffnet, wenn jede Seite in ihr übersetzt ist.',
  'languages.open': 'Sie können die Website lesen auf',
  'languages.coming': 'In Vorbereitung',
  'languages.coming.text': 'Datumsangaben, Zahlen und Namen sind in diesen Sprachen bereits richtig; die Texte sind noch nicht übersetzt.',
  'languages.content': 'Was Mitglieder schreiben',
  'languages.content.text':
    'Praxisbeispiele und Beschreibungen werden in der Sprache der Seite angezeigt, wenn eine Übersetzung vorliegt. Sonst sehen Sie das Original, mit seiner Sprache gekennzeichnet, und ein Hinweis sagt es.',
  'languages.choice': 'So wechseln Sie die Sprache',
  'languages.choice.text':
    'Verwenden Sie die Sprachauswahl oben auf jeder Seite: Sie bleiben auf derselben Seite. Die Sprache ist Teil der Adresse, sodass ein geteilter Link in derselben Sprache öffnet. Wir wechseln die Sprache nie von selbst; wenn Ihr Browser eine andere bevorzugt, bietet ein Hinweis sie bei Ihrer Ankunft an.',
  'accessibility.title': 'Erklärung zur Barrierefreiheit',
  'accessibility.description': 'Wie barrierefrei die Website der EU STEM Coalition ist, was es nicht ist und wie Sie uns eine Barriere melden.',
  'accessibility.lead':
    'Alle sollen diese Website nutzen können: mit der Tastatur, mit einem Screenreader, vergrößert, in dunklen oder erzwungenen Farben, auf Papier und ohne JavaScript.',
  'accessibility.status': 'Wie weit wir sind',
  'accessibility.status.text':
    'Wir streben die Web Content Accessibility Guidelines 2.2, Stufe AA, und EN 301 549 an. Nach unseren eigenen Prüfungen erfüllt die Website sie bis auf die unten genannten Punkte. Eine externe Prüfung hat noch nicht stattgefunden.',
  'accessibility.known': 'Bekannte Einschränkungen',
  'accessibility.known.1':
    'Beschreibungen von Praxisbeispielen gibt es nur auf Englisch. Sie sind mit ihrer Sprache gekennzeichnet, damit Screenreader sie richtig vorlesen.',
  'accessibility.known.2': 'Veröffentlichungen öffnen sich auf den Websites ihrer Herausgeber; ob diese Dokumente barrierefrei sind, wissen wir nicht.',
  'accessibility.known.3': 'Die Mitgliederkarte lässt sich nicht mit der Tastatur bedienen. Die Liste daneben enthält dieselben Links.',
  'accessibility.tested': 'Wie wir prüfen',
  'accessibility.tested.text':
    'Jede Änderung wird vor der Freischaltung automatisch geprüft: auf Regelverstöße, auf Bedienung allein mit der Tastatur, bei Breiten von 320 bis 1920 Pixel, mit größeren Textabständen, von rechts nach links, in dunklen und erzwungenen Farben und auf Papier. Menschen, die täglich einen Screenreader nutzen, haben die Website noch nicht geprüft.',
  'accessibility.tell': 'Eine Barriere melden',
  'accessibility.tell.text':
    'Schreiben Sie dem Sekretariat; wie, sagt die Kontaktseite. Nennen Sie die Seite und was Sie tun wollten. Wir antworten innerhalb von 15 Arbeitstagen.',
  'accessibility.enforce': 'Wenn unsere Antwort nicht hilft',
  'accessibility.enforce.text':
    'Sie können sich an die Stelle wenden, die in Ihrem Land die Barrierefreiheit im Internet überwacht, oder an die Europäische Bürgerbeauftragte, wenn es um von der Europäischen Union finanzierte Arbeit geht.',
  'accessibility.date': 'Diese Erklärung wurde am {date} nach einer Selbstbewertung erstellt.',
  'accessibility.contact': 'Kontakt',
  'privacy.title': 'Datenschutz',
  'privacy.description': 'Was die Website der EU STEM Coalition über Sie weiß: so wenig wie möglich.',
  'privacy.lead':
    'Sie können jede öffentliche Seite lesen, ohne uns zu sagen, wer Sie sind. Öffentliche Seiten enthalten keine Cookies, keine Zähler, keine Werbung und nichts von anderen Unternehmen.',
  'privacy.visit': 'Wenn Sie eine Seite lesen',
  'privacy.visit.text':
    'Ihr Browser sendet uns Ihre Netzwerkadresse, wie an jede Website. Wir verwenden sie einen Augenblick lang, um Ihnen zu antworten und Fluten von Anforderungen abzuwehren. Unsere Protokolle enthalten weder sie noch Ihre Suchbegriffe. Technische Protokolle werden nach sieben Tagen gelöscht.',
  'privacy.theme': 'Wenn Sie hell oder dunkel wählen',
  'privacy.theme.text':
    'Wir speichern Ihre Wahl in einem einzigen Cookie namens __Host-theme in Ihrem Browser. Er enthält ein Wort und wird gelöscht, wenn Sie „System“ wählen, oder nach einem Jahr.',
  'privacy.register': 'Organisationen auf dieser Website',
  'privacy.register.text':
    'Das Verzeichnis beschreibt Organisationen, keine Personen. Die Einträge stammen aus öffentlichen Quellen und nennen diese. Personen werden nur dort namentlich zitiert, wo sie öffentlich im Namen ihres Amtes gesprochen haben.',
  'privacy.account': 'Wenn Sie ein Konto haben',
  'privacy.account.text':
    'Wir speichern Ihre E-Mail-Adresse, um Ihnen Zugang zu geben und zu schreiben, sowie Ihren Namen, Ihre Funktion und Ihre Telefonnummer, wenn Sie sie angeben; Sie wählen, wer im Netzwerk was davon sieht. Wer wann welche Rolle hatte, wird festgehalten, um über das Getane Rechenschaft abzulegen. Alles bleibt, bis Sie Ihr Konto löschen; das tun Sie selbst unter „Meine Daten“, wo Sie auch alles einsehen und mitnehmen können.',
  'privacy.sessions': 'Wenn Sie sich anmelden',
  'privacy.sessions.text':
    'Zwei Cookies sind nötig: __Host-login für zehn Minuten während der Anmeldung und __Host-session, solange Sie angemeldet sind, höchstens 30 Tage (12 Stunden für das Personal). Wir vermerken Browser und System, damit Sie Ihre Sitzungen unterscheiden können, und löschen eine Sitzung 30 Tage nach ihrem Ende. Ein Anmeldewunsch wird nach einem Tag gelöscht. Um Missbrauch abzuwehren, zählen wir Versuche nach Adresse und Netzwerk als verschlüsselte Hashwerte, höchstens einen Tag lang. Passkeys bleiben, bis Sie sie entfernen.',
  'privacy.mails': 'Wenn wir Ihnen schreiben',
  'privacy.mails.text':
    'Adresse und Inhalt einer E-Mail werden nach dem Senden gelöscht, oder nach 30 Tagen, wenn sie nicht zugestellt werden kann. Dass eine E-Mail gesendet wurde, wird 90 Tage lang festgehalten. Unsere E-Mails enthalten keine Bilder und nichts, was uns verrät, ob Sie sie geöffnet haben.',
  'privacy.joining': 'Wenn Sie einen Antrag stellen oder eingeladen werden',
  'privacy.joining.text':
    'Ein Antrag wird nach sieben Tagen gelöscht, wenn seine Adresse nicht bestätigt wird. Die Kontaktdaten eines entschiedenen Antrags werden ein Jahr aufbewahrt. Die Adresse einer Einladung wird gelöscht, wenn Sie antworten, oder 30 Tage nach ihrem Ablauf.',
  'privacy.requests': 'Wenn Sie Unterstützung anfragen',
  'privacy.requests.text':
    'Was Sie schreiben, wer Sie sind und welche Dateien Sie beifügen, wird verschlüsselt gespeichert (AES-256) und vom Sekretariat gelesen, um Ihnen zu antworten; Personen, die das Sekretariat um Hilfe bittet, sehen das Gespräch. Eine Anfrage, die auf Ihre Antwort wartet, wird abgeschlossen, wenn 60 Tage lang nichts geschieht, eine beantwortete nach 30. Sie wird zwei Jahre nach dem Abschluss gelöscht, Spam nach 90 Tagen, ein für später gespeichertes Formular nach 30. Sie können per E-Mail antworten; dass eine E-Mail kam, wird 90 Tage lang als verschlüsselter Hashwert festgehalten. Unsere E-Mails an Sie enthalten das Aktenzeichen und einen Link, niemals das Geschriebene.',
  'privacy.programs': 'Wenn Programme benachrichtigt werden',
  'privacy.programs.text':
    'Ein Programm eines Partners kann benachrichtigt werden, dass sich eine Anfrage geändert hat: Aktenzeichen, Art und Zustand und nichts über Sie. Diese Nachrichten werden nach 30 Tagen gelöscht.',
  'privacy.where': 'Wo die Daten liegen',
  'privacy.where.text':
    'Cloudflare betreibt die Website für uns als Auftragsverarbeiter. Die Datenbanken liegen in der Europäischen Union. Kopien öffentlicher Seiten werden nahe bei den Lesenden vorgehalten, auch außerhalb der Union; sie enthalten nichts über Sie.',
  'privacy.rights': 'Ihre Rechte',
  'privacy.rights.text':
    'Sie können Auskunft darüber verlangen, was wir über Sie gespeichert haben, es berichtigen oder löschen lassen und der Verwendung widersprechen (Datenschutz-Grundverordnung, Artikel 15 bis 21). Schreiben Sie dem Sekretariat. Sie können sich auch bei der Datenschutzbehörde Ihres Landes beschweren.',
  'privacy.who': 'Wer verantwortlich ist',
  'privacy.who.text': 'Das Sekretariat der EU STEM Coalition bei Platform Talent voor Technologie in den Niederlanden.',
}
