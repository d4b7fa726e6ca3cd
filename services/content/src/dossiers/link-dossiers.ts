/**
 * Links taskforces, working groups and practices that were taken over with the records of the data file that they name as theirs, whichever of them came first.
 * Only ever adds; safe to run twice.
 */
export async function linkDossiers({ db }: { db: D1Database }): Promise<void> {
  await db
    .prepare(
      `INSERT OR IGNORE INTO relations (from_id, to_id, kind)
       SELECT other.id, dossier.id, 'part_of' FROM items dossier JOIN json_each(dossier.fields, '$.related') r JOIN items other ON other.source_key = r.value
       WHERE dossier.type IN ('taskforce', 'working-group', 'adoption')`,
    )
    .run()
}
