export * from './fold.ts'
export * from './persons.ts'
