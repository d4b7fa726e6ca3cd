declare module 'jsonstat-toolkit' {
  /** A data set as the toolkit reads it. */
  type Dataset = { class: string; id: string[]; Data: (at: Record<string, string>) => { value: number | null; status: string | null } }
  export default function JSONstat(document: object): Dataset
}
