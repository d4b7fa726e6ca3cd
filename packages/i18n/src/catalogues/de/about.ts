import type { about as en } from '../en/about.ts'
import type { Texts } from '../texts.ts'

/** About the coalition, and how it works. */
export const about: Texts<typeof en> = {
  'about.title': 'Über die Koalition',
  'about.description': 'Wer die EU STEM Coalition ist, wie sie entstanden ist, wie sie geführt wird und was andere über sie sagen.',
  'about.lead':
    'Ein EU-weites Netzwerk nationaler und regionaler MINT-Plattformen, das Regierungen hilft, bessere Strategien für die naturwissenschaftlich-technische Bildung zu entwickeln.',
  'about.who': 'Wer wir sind',
  'about.who.1':
    'Europa braucht mehr Menschen, die in Mathematik, Informatik, Naturwissenschaft und Technik arbeiten können. Jedes Land geht dies auf seine Weise an: mit einer eigenen Plattform, einem Ministerium, einer Region, einem Forschungsrat, einer Agentur oder einem Hochschulnetzwerk.',
  'about.who.2':
    'Die Koalition bringt diese Organisationen zusammen. Sie tauschen aus, was sich bewährt, betrachten dieselben Zahlen und unterstützen einander, wenn ein Land eine Strategie aufbauen oder die bestehende verbessern will.',
  'about.who.members': 'Mitglieder ansehen',
  'about.who.work': 'So arbeiten wir',
  'about.history': 'Geschichte',
  'about.history.lead': 'Von drei Unterschriften in Amsterdam zu einem Netzwerk, das sich jedes Jahr trifft.',
  'about.history.launch': 'Die Koalition beginnt in Amsterdam: Dänemark, Estland und die Niederlande unterzeichnen eine Unterstützungserklärung.',
  'about.governance': 'Wie wir geführt werden',
  'about.governance.1': 'In der Generalversammlung der Mitgliedsorganisationen entscheidet das Netzwerk, woran es arbeitet.',
  'about.governance.2':
    'Das Sekretariat ist bei Platform Talent voor Technologie in den Niederlanden angesiedelt, der niederländischen öffentlich-privaten Plattform, die zu den Gründern gehörte.',
  'about.governance.3':
    'Knotenpunkte führen Nachbarn zusammen: ein nordischer Knoten und ein südlicher, den baskische Partner gemeinsam mit Frankreich, Spanien und Griechenland betreiben.',
  'about.voices': 'Was andere sagen',
  'about.voices.lead': 'In Anführungszeichen, wo uns der Wortlaut vorliegt, sonst in unseren eigenen Worten.',
  'about.projects': 'Europäische Projekte',
  'about.projects.lead': 'Projekte, die die Arbeit der Koalition oder ihrer Mitglieder getragen haben.',
  'work.title': 'Wie wir arbeiten',
  'work.description':
    'Kurzdossiers, Taskforces und Runde Tische für Regierungen; Konferenzen, Arbeitsgruppen, Webinare, Peer-Learning und Sammlungen für alle.',
  'work.lead': 'Wir helfen Regierungen unmittelbar, und wir lernen gemeinsam. Beides leisten Menschen, die selbst eine MINT-Plattform betreiben.',
  'work.support': 'Direkte Unterstützung',
  'work.support.lead': 'Sie beginnt mit einer Frage eines Ministeriums, einer Region oder einer Plattform.',
  'work.policy-briefing': 'Kurzdossier',
  'work.policy-briefing.text':
    'Eine Frage, eine für Ihr Land verfasste Empfehlung, gestützt auf die Erfahrung der Plattformen, die vor derselben Frage standen.',
  'work.policy-briefing.result': 'Das Ergebnis: ein kurzes Papier, auf das sich eine Entscheidung stützen kann.',
  'work.taskforce': 'Taskforce',
  'work.taskforce.text': 'Eine längere Begleitung: Besuche, Treffen und Beratung über mehrere Monate, mit Fachleuten, die den Weg schon gegangen sind.',
  'work.taskforce.result': 'Das Ergebnis: ein Plan, der mit denen erprobt wurde, die ihn umsetzen werden.',
  'work.roundtable': 'Runder Tisch',
  'work.roundtable.text': 'Regierung, Bildung und Wirtschaft sitzen an einem Tisch und finden die Engpässe, die keiner von ihnen allein beseitigen kann.',
  'work.roundtable.result': 'Das Ergebnis: eine gemeinsame Liste der Engpässe und Klarheit, wer den nächsten Schritt tut.',
  'work.taskforces': { one: 'Bisher {count} Taskforce', other: 'Bisher {count} Taskforces' },
  'work.taskforces.lead': 'Jede so, wie um sie gebeten wurde, und was aus ihr geworden ist.',
  'work.together': 'Gemeinsam lernen',
  'work.together.lead': 'Offen für das ganze Netzwerk und oft darüber hinaus.',
  'work.on-file': { one: '{count} erfasst', other: '{count} erfasst' },
  'work.conferences': 'Konferenzen und Versammlungen',
  'work.conferences.text': 'Einmal im Jahr trifft sich das ganze Netzwerk, mit Arbeitssitzungen für Mitglieder und einem offenen Teil für alle.',
  'work.working-groups': 'Thematische Arbeitsgruppen',
  'work.working-groups.text': 'Mitglieder, die vor derselben Frage stehen, arbeiten eine Zeit lang daran und geben ihr Ergebnis an die anderen weiter.',
  'work.webinars': 'Webinare',
  'work.webinars.text': 'Kurze Treffen im Internet, in denen ein Praxisbeispiel oder eine Studie vorgestellt und besprochen wird.',
  'work.peer-learning': 'Peer-Learning',
  'work.peer-learning.text': 'Eine Delegation besucht eine Plattform, sieht vor Ort, wie sie arbeitet, und nimmt mit, was passt.',
  'work.repositories': 'Sammlungen und Daten',
  'work.repositories.text': 'Praxisbeispiele, Veröffentlichungen und Zahlen, an einem Ort gesammelt und für alle frei nutzbar.',
  'work.practices': { one: '{count} Praxisbeispiel ansehen', other: '{count} Praxisbeispiele ansehen' },
  'work.latest': 'Letzte Treffen',
}
