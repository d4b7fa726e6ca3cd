import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./src/db/schema.ts', './src/db/register-schema.ts', './src/db/people-schema.ts', './src/db/joining-schema.ts'],
  out: './migrations',
})
