import { capital, type Speech } from '@stem/ui/speech'

/** Where a role holds, in words, for scopes that are no organisation. */
export function placeOf({ t, f }: Speech, scope: string): string {
  if (scope === 'coalition') return t('account.scope.coalition')
  if (scope.startsWith('country:')) return capital(f.countryName(scope.slice('country:'.length)))
  return scope.startsWith('group:') ? t('account.scope.group') : t('account.scope.organisation')
}
