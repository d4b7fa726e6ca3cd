import { localPath } from '@stem/i18n/locales'
import { Row } from '@stem/ui/console-row'
import { Empty } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { ImportTag } from './import-tags.tsx'
import type { Import } from './import.ts'

/** All imports, and the way to bring a file. */
export const ImportsPage = ({ speech, imports }: { speech: Speech; imports: Import[] }) => {
  const { t, f, locale } = speech
  return (
    <>
      <div class="cp st">
        <p class="lead">{t('imports.lead')}</p>
        <p>
          <a class="b" href={localPath(locale, '/console/newsletter/imports/new')}>
            {t('imports.new')}
          </a>
        </p>
      </div>
      {imports.length === 0 ? (
        <div class="cp">
          <Empty title={t('imports.none')}>
            <p class="m">{t('imports.none.text')}</p>
          </Empty>
        </div>
      ) : (
        <ul class="il nb">
          {imports.map((one) => (
            <Row
              speech={speech}
              mark={t('imports.rows', { n: one.rows, count: f.number(one.rows) })}
              country={null}
              href={localPath(locale, `/console/newsletter/imports/${one.id}`)}
              title={one.source}
              status={<ImportTag speech={speech} state={one.state} />}
              date={f.day(one.createdAt)}
            />
          ))}
        </ul>
      )}
    </>
  )
}
