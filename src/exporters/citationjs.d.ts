/** The little of citation-js that is used; it brings no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly config: { get(name: '@bibtex'): { readonly parse: { sentenceCase: 'never' | 'always' | 'english' } } }
    readonly input: {
      chain(data: string, options: { readonly forceType: string; readonly generateGraph: boolean }): unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex'
