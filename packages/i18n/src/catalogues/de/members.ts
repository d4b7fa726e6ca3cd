import type { members as en } from '../en/members.ts'
import type { Texts } from '../texts.ts'

/** The register of organisations. */
export const members: Texts<typeof en> = {
  'members.title': 'Mitglieder',
  'members.description':
    'Nationale und regionale MINT-Plattformen, Ministerien, Behörden, Forschungsräte, Agenturen und Hochschulnetzwerke der EU STEM Coalition.',
  'members.lead':
    '{listed} Mitgliedsorganisationen und {unconfirmed}, deren Mitgliedschaft noch zu bestätigen ist, in {countries} Ländern: Plattformen, Ministerien, Regionen, Agenturen und Verbände.',
  'members.find': 'Ein Mitglied finden',
  'members.kind': 'Art der Organisation',
  'members.kind.all': 'Alle Arten',
  'members.country.all': 'Alle Länder',
  'members.show': 'Mitglieder anzeigen',
  'members.clear': 'Alle Filter löschen',
  'members.map': 'So lesen Sie die Karte',
  'members.map.member': {
    one: 'Ausgefüllt, mit Kürzel: gelistetes Mitglied, {count} Land',
    other: 'Ausgefüllt, mit Kürzel: gelistetes Mitglied, {count} Länder',
  },
  'members.map.unconfirmed': {
    one: 'Gestreift, mit Kürzel: Mitgliedschaft zu bestätigen, {count} Land',
    other: 'Gestreift, mit Kürzel: Mitgliedschaft zu bestätigen, {count} Länder',
  },
  'members.map.none': 'Einfarbig, ohne Kürzel: kein Mitglied erfasst',
  'members.map.borders':
    'Grenzen, wie sie von der Europäischen Union anerkannt werden. Kosovo: Diese Bezeichnung berührt nicht die Standpunkte zum Status und steht im Einklang mit der Resolution 1244/1999 des VN-Sicherheitsrates und dem Gutachten des Internationalen Gerichtshofs zur Unabhängigkeitserklärung des Kosovos.',
  'members.roles': 'Rollen im Netzwerk',
  'members.role.none': 'Keine Rolle erfasst',
  'members.unconfirmed': 'Mitgliedschaft noch zu bestätigen',
  'members.count': { one: '{count} Mitglied nach Ländern', other: '{count} Mitglieder nach Ländern' },
  'members.none': 'Kein Mitglied entspricht all diesen Angaben.',
  'members.none.do': 'Wählen Sie alle Arten oder alle Länder oder suchen Sie nach einem Teil des Namens.',
  'members.empty': 'Noch ist kein Mitglied erfasst.',
  'members.empty.do': 'Mitgliedsorganisationen werden hier erscheinen.',
  'members.partners': { one: '{count} Partner', other: '{count} Partner' },
  'members.partners.lead': 'Organisationen, die mit der Koalition zusammenarbeiten, ohne Mitglied zu sein.',
  'members.contacts': { one: '{count} Kontakt', other: '{count} Kontakte' },
  'members.contacts.lead': 'Organisationen, die an einer Taskforce oder einem Treffen teilgenommen haben. Sie sind keine Mitglieder.',
  'members.compiled': 'Aus öffentlichen Quellen zusammengestellt. Die Liste kann unvollständig sein; zu jeder Organisation ist die Quelle angegeben.',
}
