export * from './anchor.ts'
export * from './codepoints.ts'
export * from './ids.ts'
export * from './span.ts'
