export * from './ports.ts'
export * from './run.ts'
export * from './stage.ts'
