import { byAnna, written, type Specimen } from './specimen.ts'

const AUTO = { outcome: 'auto', more: [0, 0, 0] } satisfies Partial<Specimen>
const LIST = { outcome: 'list', more: [0, 0, 0] } satisfies Partial<Specimen>
const LOOP = { outcome: 'loop', more: [0, 0, 0] } satisfies Partial<Specimen>

// How Exchange, Gmail and others begin the subject when nothing else says that a program wrote it.
const SUBJECTS: [language: string, subject: string][] = [
  ['English, Exchange', 'Automatic reply: We received your request'],
  ['English, older', 'Out of Office: We received your request'],
  ['English, short', 'Out of Office AutoReply: your request'],
  ['French', 'Réponse automatique : Nous avons reçu votre demande'],
  ['French, absence', 'Absence du bureau : Nous avons reçu votre demande'],
  ['German', 'Automatische Antwort: Ihre Anfrage'],
  ['German, absence', 'Abwesenheitsnotiz: Ihre Anfrage'],
  ['Greek', 'Αυτόματη απάντηση: Λάβαμε το αίτημά σας'],
  ['Italian', 'Risposta automatica: La richiesta'],
  ['Spanish', 'Respuesta automática: Su solicitud'],
  ['Portuguese', 'Resposta automática: O seu pedido'],
  ['Dutch', 'Automatisch antwoord: Uw aanvraag'],
  ['Swedish', 'Automatiskt svar: Din begäran'],
  ['Danish', 'Automatisk svar: Din anmodning'],
  ['Finnish', 'Automaattinen vastaus: Pyyntönne'],
  ['Estonian', 'Automaatvastus: Teie päring'],
  ['Latvian', 'Automātiska atbilde: Jūsu pieprasījums'],
  ['Lithuanian', 'Automatinis atsakymas: Jūsų prašymas'],
  ['Polish', 'Automatyczna odpowiedź: Zapytanie'],
  ['Czech', 'Automatická odpověď: Dotaz'],
  ['Slovak', 'Automatická odpoveď: Otázka'],
  ['Hungarian', 'Automatikus válasz: Kérés'],
  ['Romanian', 'Răspuns automat: Cererea'],
  ['Bulgarian', 'Автоматичен отговор: Заявка'],
  ['Croatian', 'Automatski odgovor: Zahtjev'],
  ['Slovenian', 'Samodejni odgovor: Zahteva'],
]

/** Mails that no person wrote. */
export const MACHINES: Specimen[] = [
  ...SUBJECTS.map(([language, subject]): Specimen => ({
    name: `an absence without a header that says so, ${language}`,
    mail: (world) => byAnna(world, { Subject: subject }, 'I am away until Monday.'),
    ...AUTO,
  })),
  {
    name: 'an absence whose subject is in encoded words',
    mail: (world) => byAnna(world, { Subject: `=?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode('Αυτόματη απάντηση: α')))}?=` }),
    ...AUTO,
  },
  {
    name: 'an absence of Exchange with all its headers',
    mail: (world) =>
      byAnna(world, {
        Subject: 'Automatic reply: request',
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'X-MS-Exchange-Inbox-Rules-Loop': 'anna@min.example',
        'In-Reply-To': world.receiptId,
      }),
    from: '',
    ...AUTO,
  },
  {
    name: 'an absence of Gmail',
    mail: (world) => byAnna(world, { Subject: 'Away Re: request', 'Auto-Submitted': 'auto-replied', Precedence: 'bulk', 'X-Autoreply': 'yes' }),
    ...AUTO,
  },
  {
    name: 'an absence of vacation(1)',
    mail: (world) => byAnna(world, { Subject: 'Away', Precedence: 'junk', 'Auto-Submitted': 'auto-replied (vacation)' }),
    ...AUTO,
  },
  {
    name: 'an absence at our return address, as RFC 3834 wants it',
    mail: (world) => byAnna(world, { 'Auto-Submitted': 'auto-replied' }),
    to: ({ bounce }) => bounce,
    ...AUTO,
  },
  { name: 'an answer of a machine with Precedence: auto_reply', mail: (world) => byAnna(world, { Precedence: 'auto_reply' }), ...AUTO },
  { name: 'an answer of a machine with X-Autorespond', mail: (world) => byAnna(world, { 'X-Autorespond': 'away' }), ...AUTO },
  { name: 'mail in bulk', mail: (world) => byAnna(world, { Precedence: 'bulk' }), ...AUTO },
  {
    name: 'a newsletter',
    mail: ({ domain }) =>
      written(
        {
          From: 'News <news@shop.example>',
          To: `support@${domain}`,
          Subject: 'Offers',
          'Message-ID': '<n@shop.example>',
          'List-Unsubscribe': '<https://shop.example/u>',
        },
        'Buy',
      ),
    from: 'bounces@shop.example',
    ...LIST,
  },
  {
    name: 'a mail of a mailing list',
    mail: (world) => byAnna(world, { 'List-Id': '<stem.lists.example>', Precedence: 'list', 'X-Loop': 'stem@lists.example' }),
    outcome: 'loop',
    more: [0, 0, 0],
  },
  {
    name: 'a mail of a mailing list, Mailman',
    mail: (world) => byAnna(world, { 'List-Id': '<stem.lists.example>', 'List-Post': '<mailto:stem@lists.example>' }),
    ...LIST,
  },
  { name: 'a mail with Precedence: list alone', mail: (world) => byAnna(world, { Precedence: 'List' }), ...LIST },
  {
    name: 'a mail of no-reply',
    mail: ({ domain }) => written({ From: 'no-reply@shop.example', To: `support@${domain}`, Subject: 'Receipt' }, 'x'),
    from: 'no-reply@shop.example',
    ...AUTO,
  },
  {
    name: 'a mail of postmaster',
    mail: ({ domain }) => written({ From: 'Postmaster <postmaster@min.example>', To: `support@${domain}` }, 'x'),
    from: 'postmaster@min.example',
    ...AUTO,
  },
  { name: 'our own receipt, sent back as it is', mail: (world) => byAnna(world, { From: 'EU STEM <x@stem.example>', 'Message-ID': world.receiptId }), ...LOOP },
  { name: 'our own Message-ID under another sender', mail: (world) => byAnna(world, { 'Message-ID': world.receiptId }), ...LOOP },
  { name: 'a mail with our mark', mail: (world) => byAnna(world, { 'X-Loop': `reply@${world.domain}` }), ...LOOP },
  { name: 'a mail from an address at which we receive', mail: (world) => byAnna(world, { From: `support@${world.domain}` }), ...LOOP },
  { name: 'a mail without a return path', mail: (world) => byAnna(world), from: '', outcome: 'report', more: [0, 0, 0] },
  { name: 'a mail without a return path, written <>', mail: (world) => byAnna(world), from: '<>', outcome: 'report', more: [0, 0, 0] },
]
