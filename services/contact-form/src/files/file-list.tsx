import { localPath } from '@stem/i18n/locales'
import { Icon } from '@stem/ui/icon'
import type { Speech } from '@stem/ui/speech'
import { kindOf } from './file-kind.ts'
import type { KeptFile, LinkedFile } from './kept-file.ts'

const KB = 1024
const MB = KB * KB

/** The size of a file in words, rounded up so that no file has none. */
export const sizeText = ({ t, f }: Speech, size: number): string =>
  size < MB ? t('files.kilobytes', { size: f.number(Math.ceil(size / KB)) }) : t('files.megabytes', { size: f.number(size / MB, { digits: 1 }) })

const About = ({ speech, file: { type, size } }: { speech: Speech; file: KeptFile }) => (
  <span class="m s">
    {kindOf(type).toUpperCase()}, {sizeText(speech, size)}
  </span>
)

/** Files that came with a message, to download. `unchecked`: says that nobody looked for viruses. */
export const FileList = ({ speech, files = [], unchecked = false }: { speech: Speech; files?: readonly LinkedFile[]; unchecked?: boolean }) =>
  files.length === 0 ? null : (
    <div class="st g1">
      <ul class="st g1" aria-label={speech.t('files.with')}>
        {files.map((file) => (
          <li class="cl nw g2">
            <Icon name="download" />
            <span>
              <a href={`${localPath(speech.locale, `/files/${file.id}`)}?${file.query}`} download>
                <bdi class="pre">{file.name}</bdi>
              </a>{' '}
              <About speech={speech} file={file} />
            </span>
          </li>
        ))}
      </ul>
      {unchecked && <p class="xs m">{speech.t('files.unchecked')}</p>}
    </div>
  )

/** Files that are attached to a form which was not sent yet, each with a button to remove it. Stands inside the form. */
export const AttachedFiles = ({ speech, files }: { speech: Speech; files: readonly KeptFile[] }) =>
  files.length === 0 ? null : (
    <ul class="st g1" aria-label={speech.t('files.attached')}>
      {files.map((file) => (
        <li class="cl g2 nw">
          <span>
            <bdi class="pre">{file.name}</bdi> <About speech={speech} file={file} />
          </span>
          <button class="b q" name="remove" value={file.id} formnovalidate aria-label={speech.t('files.remove.named', { name: file.name })}>
            {speech.t('files.remove')}
          </button>
        </li>
      ))}
    </ul>
  )
