import { answer, client } from '../../src/server/client.ts'

/** The server that this page came from. */
export const server = client(window.location.origin)
export { ApiError } from '../../src/server/client.ts'
export { answer }
