/** Every Indonesian sentence; one chunk, loaded only when the language is used. */
export default import.meta.glob<Record<string, unknown>>('../../../resources/locales/id/*.json', {
  eager: true,
  import: 'default',
});
