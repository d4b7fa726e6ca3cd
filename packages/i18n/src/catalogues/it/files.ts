import type { files as en } from '../en/files.ts'
import type { Texts } from '../texts.ts'

/** Files on requests: choosing, refusing, listing and downloading them. */
export const files: Texts<typeof en> = {
  'files.attach': 'Allegare file',
  'files.hint': 'Fino a {most} file, 10 MB ciascuno e 25 MB insieme: PDF, Word, Excel, PowerPoint, OpenDocument o immagini (PNG, JPEG, GIF, WebP).',
  'files.attached': 'File allegati',
  'files.none': 'Nessuno',
  'files.full': 'È il massimo di file per un messaggio. Ne tolga uno per allegarne un altro.',
  'files.remove': 'Togli',
  'files.remove.named': 'Togli {name}',
  'files.with': 'File di questo messaggio',
  'files.unchecked': 'Non controllato contro i virus. Lo apra solo se lo aspettava.',
  'files.kilobytes': '{size} KB',
  'files.megabytes': '{size} MB',
  'files.lost': 'Un file è stato allegato troppo tempo fa e non c’è più. Guardi l’elenco qui sotto: lo alleghi di nuovo o invii la richiesta senza.',
  'files.over': 'Questo link per scaricare è scaduto',
  'files.over.text': 'Per sicurezza funziona solo dieci minuti. Torni alla pagina da cui viene, la ricarichi e scelga di nuovo il file.',
  'files.refused.empty': 'Questo file è vuoto. Lo scelga di nuovo, o ne scelga un altro.',
  'files.refused.type': 'Non è di un tipo che possiamo accettare. Lo salvi come PDF e alleghi quello.',
  'files.refused.macros': 'Questo documento contiene macro, che non possiamo accettare. Lo salvi senza macro, per esempio come PDF o .docx.',
  'files.refused.locked': 'Questo documento è protetto da una password. Lo salvi senza e lo alleghi di nuovo.',
  'files.refused.mixed': 'In questo file ce n’è un altro. Alleghi i file uno per uno.',
  'files.refused.too_large': 'Questo file supera i 10 MB. Lo riduca o lo divida.',
  'files.refused.too_many': 'Ci sono già cinque file. Ne tolga uno, o invii questo con il prossimo messaggio.',
  'files.refused.too_much': 'Insieme i file superano i 25 MB. Invii questo con il prossimo messaggio.',
  'files.refused.case_full': 'Questa richiesta contiene già tutti i file che può. Ci dica nel messaggio che cos’altro ha.',
  'files.refused.limited': 'Oggi dalla Sua rete sono arrivati molti file. Ciò che ha scritto è ancora qui; invii questo file domani.',
  'files.refused.later': 'Non è stato possibile memorizzare questo file. Lo alleghi ancora una volta, o continui senza.',
}
