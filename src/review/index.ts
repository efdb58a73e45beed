export * from './fold.ts'
export * from './happenings.ts'
export * from './persons.ts'
