/** Languages, accessibility, privacy. */
export const legal = {
  'languages.title': 'Languages',
  'languages.description': 'In which languages you can read the site of the EU STEM Coalition, and what happens where a translation is missing.',
  'languages.lead': 'The site is built for all 24 official languages of the European Union. It opens a language when every page of it is translated.',
  'languages.open': 'You can read the site in',
  'languages.coming': 'Being prepared',
  'languages.coming.text': 'Dates, numbers and names are already right in these languages; the texts are not translated yet.',
  'languages.content': 'What members write',
  'languages.content.text':
    'Practices and descriptions are shown in the language of the page when a translation exists. Otherwise you see the original, marked with its language, and a notice says so.',
  'languages.choice': 'How to change',
  'languages.choice.text':
    'Use the language button at the top of every page: it keeps the page you are on. The language is part of the address, so a link you share opens in the same language. We never switch the language on our own; if your browser prefers another one, a notice offers it when you arrive.',
  'accessibility.title': 'Accessibility statement',
  'accessibility.description': 'How accessible the site of the EU STEM Coalition is, what is not, and how to tell us about a barrier.',
  'accessibility.lead':
    'Everybody should be able to use this site: by keyboard, with a screen reader, enlarged, in dark or forced colours, on paper, and without JavaScript.',
  'accessibility.status': 'How far we are',
  'accessibility.status.text':
    'We aim at the Web Content Accessibility Guidelines 2.2, level AA, and at EN 301 549. By our own tests the site meets them except for the points below. No outside audit has been made yet.',
  'accessibility.known': 'Known limits',
  'accessibility.known.1': 'Descriptions of practices exist in English only. They are marked with their language, so that screen readers read them rightly.',
  'accessibility.known.2': 'Publications open on the sites of their publishers; we do not know whether those documents are accessible.',
  'accessibility.known.3': 'The map of members cannot be used by keyboard. The list beside it holds the same links.',
  'accessibility.tested': 'How we test',
  'accessibility.tested.text':
    'Every change is tested by programs before it goes live: for rule violations, for use by keyboard alone, from 320 to 1920 pixels of width, with wider text spacing, from right to left, in dark and forced colours, and on paper. People who use a screen reader every day have not tested the site yet.',
  'accessibility.tell': 'Tell us about a barrier',
  'accessibility.tell.text': 'Write to the secretariat; the contact page says how. Name the page and what you tried to do. We answer within 15 working days.',
  'accessibility.enforce': 'If our answer does not help',
  'accessibility.enforce.text':
    'You can turn to the body that watches over web accessibility in your country, or to the European Ombudsman where the matter concerns work financed by the European Union.',
  'accessibility.date': 'This statement was prepared on {date} after a self-assessment.',
  'accessibility.contact': 'Contact',
  'privacy.title': 'Privacy',
  'privacy.description': 'What the site of the EU STEM Coalition knows about you: as little as possible.',
  'privacy.lead':
    'You can read every public page without telling us who you are. Public pages hold no cookies, no counters, no advertising and nothing from other companies.',
  'privacy.visit': 'When you read a page',
  'privacy.visit.text':
    'Your browser sends us your network address, as it does to every site. We use it for a moment to answer you and to hold off floods of requests. Our logs do not hold it, nor what you searched for. Technical logs are deleted after seven days.',
  'privacy.theme': 'When you choose light or dark',
  'privacy.theme.text':
    'We keep your choice in one cookie named __Host-theme in your browser. It holds one word and is deleted when you choose “System”, or after a year.',
  'privacy.register': 'Organisations on this site',
  'privacy.register.text':
    'The register describes organisations, not people. The entries come from public sources and name them. People are quoted by name only where they spoke in public on behalf of their office.',
  'privacy.account': 'When you have an account',
  'privacy.account.text':
    'We keep your e-mail address to let you in and to write to you, and your name, role at work and telephone if you give them; you choose who in the network sees each. Who had which role, and when, is kept to account for what was done. All of it stays until you delete your account; you do that yourself under “My data”, where you can also see and take everything.',
  'privacy.sessions': 'When you sign in',
  'privacy.sessions.text':
    'Two cookies are needed: __Host-login for ten minutes while you sign in, and __Host-session while you are signed in, at most 30 days (12 hours for staff). We note browser and system, so that you know your sessions apart, and forget a session 30 days after its end. A wish to sign in is forgotten after a day. To hold off abuse we count tries by address and network as keyed hashes, for at most a day. Passkeys stay until you remove them.',
  'privacy.mails': 'When we write to you',
  'privacy.mails.text':
    'A mail’s address and content are forgotten when it is sent, or after 30 days when it cannot be delivered. That a mail was sent is kept for 90 days. Our mails hold no pictures and nothing that tells us whether you opened them.',
  'privacy.joining': 'When you apply or are invited',
  'privacy.joining.text':
    'An application is forgotten after seven days when its address is not confirmed. Contact details of a decided one are kept for a year. The address of an invitation is forgotten when you answer, or 30 days after it expired.',
  'privacy.requests': 'When you ask for support',
  'privacy.requests.text':
    'What you write, who you are and the files you add are stored sealed (AES-256) and read by the secretariat to answer you; people the secretariat invites to help see the conversation. It is forgotten two years after the request is closed, spam after 90 days, a form you saved for later after 30. You can answer by mail; that a mail came is kept for 90 days as a keyed hash. Our mails to you hold the reference and a link, never what was written.',
  'privacy.programs': 'When programs are told',
  'privacy.programs.text':
    'A program of a partner may be told that a request changed: its reference, kind and state, and nothing about you. These messages are forgotten after 30 days.',
  'privacy.where': 'Where the data is',
  'privacy.where.text':
    'Cloudflare runs the site for us as a processor. The databases are stored in the European Union. Copies of public pages are kept close to the readers, also outside the Union; they hold nothing about you.',
  'privacy.rights': 'Your rights',
  'privacy.rights.text':
    'You can ask what we hold about you, have it corrected or deleted, and object to its use (General Data Protection Regulation, articles 15 to 21). Write to the secretariat. You can also complain to the data protection authority of your country.',
  'privacy.who': 'Who is responsible',
  'privacy.who.text': 'The secretariat of the EU STEM Coalition at Platform Talent voor Technologie in the Netherlands.',
} as const
