import type { figures as en } from '../en/figures.ts'
import type { Texts } from '../texts.ts'

/** The public page of figures about requests for support. */
export const figures: Texts<typeof en> = {
  'figures.title': 'Il sostegno in cifre',
  'figures.description': 'Quante richieste di sostegno arrivano a EU STEM Coalition, di quale tipo, con quale rapidità ricevono risposta e quante sono aperte.',
  'figures.lead': 'Quante richieste arrivano, di quale tipo e con quale rapidità ricevono risposta.',
  'figures.finding': {
    one: 'Nel {year} è arrivata {count} richiesta.',
    many: 'Nel {year} sono arrivate {count} richieste.',
    other: 'Nel {year} sono arrivate {count} richieste.',
  },
  'figures.half': {
    one: 'La metà delle prime risposte è arrivata entro {days} giorno lavorativo.',
    many: 'La metà delle prime risposte è arrivata entro {days} giorni lavorativi.',
    other: 'La metà delle prime risposte è arrivata entro {days} giorni lavorativi.',
  },
  'figures.as-of': 'Al {date}',
  'figures.open': 'Aperte ora',
  'figures.open.total': { one: '{count} richiesta in tutto.', many: '{count} richieste in tutto.', other: '{count} richieste in tutto.' },
  'figures.open.text': 'Senza risposta finora, o in attesa del richiedente.',
  'figures.received': 'Ricevute',
  'figures.received.text': 'In base al giorno in cui è arrivata la richiesta.',
  'figures.quarters': 'Richieste per trimestre',
  'figures.years': 'Richieste per anno e tipo',
  'figures.quarter': 'Trimestre {quarter}, {year}',
  'figures.period': 'Periodo',
  'figures.total': 'Tutte',
  'figures.speed': 'Con quale rapidità',
  'figures.speed.text': 'La coalizione s’impegna a dare una risposta, o a fare una domanda, entro {days} giorni lavorativi.',
  'figures.speed.table': 'Prime risposte per periodo di arrivo della richiesta',
  'figures.answered': 'Risposte o chiuse',
  'figures.median': 'Metà entro (giorni lavorativi)',
  'figures.within': 'In tempo',
  'figures.few': 'troppo poche per dirlo',
  'figures.how': 'Come contiamo',
  'figures.how.time':
    'I giorni lavorativi vanno dal lunedì al venerdì, dalle 9:00 alle 17:00 a Bruxelles, senza i giorni festivi che vi osservano le istituzioni dell’UE. Mentre attendiamo il richiedente, il tempo è fermo.',
  'figures.how.share': 'In tempo è la quota delle prime risposte giunte come promesso, tra quelle date e quelle in ritardo.',
  'figures.how.left-out': 'Lo spam e le richieste unite a un’altra sono esclusi. Le richieste ritirate contano come ricevute.',
  'figures.how.small': 'Sotto cinque risposte non diciamo nulla della rapidità. Non ci sono nomi né paesi.',
  'figures.csv': 'Cifre in CSV',
  'figures.json': 'Cifre in JSON',
  'figures.link': 'Il sostegno in cifre: quanti chiedono, con quale rapidità rispondiamo',
}
