export const country = {} as const
