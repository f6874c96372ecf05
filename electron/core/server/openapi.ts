/** The OpenAPI document, made from the contract. */
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { api } from '../../contract/api';

let made: Promise<OpenAPI.Document> | null = null;

/** Made at the first request: the contract cannot change while the process runs. */
export function openApiDocument(): Promise<OpenAPI.Document> {
  made ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(api, {
    info: {
      title: 'Suar',
      version: '1',
      description: 'Sign in for a session cookie, or send the token of the data directory as a bearer token.',
    },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ bearer: [] }],
  });
  return made;
}
