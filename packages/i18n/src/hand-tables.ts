import type { Locale } from './locales.ts'

// The runtime's ICU data lacks the dates and names of Irish and Maltese (it answers in English); source: CLDR 46.

/** Month names, and how a full date is put together. */
export const DATE_PATTERNS: {
  [locale in Locale]?: { short: string[]; long: string[]; day: (day: string, month: string, year: string) => string }
} = {
  ga: {
    short: ['Ean', 'Feabh', 'Márta', 'Aib', 'Beal', 'Meith', 'Iúil', 'Lún', 'MFómh', 'DFómh', 'Samh', 'Noll'],
    long: [
      'Eanáir', 'Feabhra', 'Márta', 'Aibreán', 'Bealtaine', 'Meitheamh',
      'Iúil', 'Lúnasa', 'Meán Fómhair', 'Deireadh Fómhair', 'Samhain', 'Nollaig',
    ],
    day: (day, month, year) => `${day} ${month} ${year}`,
  },
  mt: {
    short: ['Jan', 'Fra', 'Mar', 'Apr', 'Mej', 'Ġun', 'Lul', 'Aww', 'Set', 'Ott', 'Nov', 'Diċ'],
    long: [
      'Jannar', 'Frar', 'Marzu', 'April', 'Mejju', 'Ġunju',
      'Lulju', 'Awwissu', 'Settembru', 'Ottubru', 'Novembru', 'Diċembru',
    ],
    day: (day, month, year) => `${day} ta’ ${month} ${year}`,
  },
}

/** Names of the countries the site speaks of, and of the EU. */
export const COUNTRY_NAMES: { [locale in Locale]?: Record<string, string> } = {
  ga: {
    EU: 'An tAontas Eorpach', AT: 'an Ostair', BE: 'an Bheilg', BG: 'an Bhulgáir', CH: 'an Eilvéis', CY: 'an Chipir',
    CZ: 'an tSeicia', DE: 'an Ghearmáin', DK: 'an Danmhairg', EE: 'an Eastóin', ES: 'an Spáinn', FI: 'an Fhionlainn',
    FR: 'an Fhrainc', GB: 'an Ríocht Aontaithe', GR: 'an Ghréig', HR: 'an Chróit', HU: 'an Ungáir', IE: 'Éire',
    IS: 'an Íoslainn', IT: 'an Iodáil', LT: 'an Liotuáin', LU: 'Lucsamburg', LV: 'an Laitvia', MT: 'Málta',
    NL: 'an Ísiltír', NO: 'an Iorua', PL: 'an Pholainn', PT: 'an Phortaingéil', RO: 'an Rómáin', SE: 'an tSualainn',
    SI: 'an tSlóivéin', SK: 'an tSlóvaic', UA: 'an Úcráin', US: 'Stáit Aontaithe Mheiriceá', XK: 'an Chosaiv',
  },
  mt: {
    EU: 'L-Unjoni Ewropea', AT: 'l-Awstrija', BE: 'il-Belġju', BG: 'il-Bulgarija', CH: 'l-Iżvizzera', CY: 'Ċipru',
    CZ: 'iċ-Ċekja', DE: 'il-Ġermanja', DK: 'id-Danimarka', EE: 'l-Estonja', ES: 'Spanja', FI: 'il-Finlandja',
    FR: 'Franza', GB: 'ir-Renju Unit', GR: 'il-Greċja', HR: 'il-Kroazja', HU: 'l-Ungerija', IE: 'l-Irlanda',
    IS: 'l-Iżlanda', IT: 'l-Italja', LT: 'il-Litwanja', LU: 'il-Lussemburgu', LV: 'il-Latvja', MT: 'Malta',
    NL: 'in-Netherlands', NO: 'in-Norveġja', PL: 'il-Polonja', PT: 'il-Portugall', RO: 'ir-Rumanija', SE: 'l-Iżvezja',
    SI: 'is-Slovenja', SK: 'is-Slovakkja', UA: 'l-Ukrajna', US: 'l-Istati Uniti', XK: 'il-Kosovo',
  },
}

/** Names of the EU's languages, and the word between the last two items of an enumeration (`and`). */
export const LANGUAGE_NAMES: { [locale in Locale]?: Record<string, string> } = {
  ga: {
    and: 'agus', bg: 'Bulgáiris', cs: 'Seicis', da: 'Danmhairgis', de: 'Gearmáinis', el: 'Gréigis', en: 'Béarla',
    es: 'Spáinnis', et: 'Eastóinis', fi: 'Fionlainnis', fr: 'Fraincis', ga: 'Gaeilge', hr: 'Cróitis', hu: 'Ungáiris',
    it: 'Iodáilis', lt: 'Liotuáinis', lv: 'Laitvis', mt: 'Máltais', nl: 'Ollainnis', pl: 'Polainnis', pt: 'Portaingéilis',
    ro: 'Rómáinis', sk: 'Slóvaicis', sl: 'Slóivéinis', sv: 'Sualainnis',
  },
  mt: {
    and: 'u', bg: 'Bulgaru', cs: 'Ċek', da: 'Daniż', de: 'Ġermaniż', el: 'Grieg', en: 'Ingliż', es: 'Spanjol', et: 'Estonjan',
    fi: 'Finlandiż', fr: 'Franċiż', ga: 'Irlandiż', hr: 'Kroat', hu: 'Ungeriż', it: 'Taljan', lt: 'Litwan', lv: 'Latvjan',
    mt: 'Malti', nl: 'Olandiż', pl: 'Pollakk', pt: 'Portugiż', ro: 'Rumen', sk: 'Slovakk', sl: 'Sloven', sv: 'Żvediż',
  },
}
