/** A broken environment or input that cannot be read. `code` is stable; the message says what to do. Mapped once in the CLI, once in the server. */
export class DragomanError extends Error {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DragomanError'
    this.code = code
  }
}
