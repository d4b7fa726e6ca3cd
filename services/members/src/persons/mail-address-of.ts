/** Mail address of a person with an account, for other services' mails to themselves. */
export async function mailAddressOf({ db }: { db: D1Database }, personId: string): Promise<string | null> {
  const row = await db.prepare("SELECT address FROM persons WHERE id = ? AND state = 'active'").bind(personId).first<{ address: string | null }>()
  return row?.address ?? null
}
