import { problem } from '@hujian/contract';
import * as z from 'zod';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description, made from the very schemas that check the requests. */
export function describeApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api${route.url.replaceAll(/:([a-zA-Z]+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '互鉴', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'hujian.session_token' } },
      schemas: { Problem: toSchema(problem, 'output') },
    },
  };
}

function describeRoute(route: Route): Json {
  const parameters = [...listParameters(route, 'path'), ...listParameters(route, 'query')];
  return {
    summary: route.summary,
    operationId: nameOperation(route),
    tags: [route.url.split('/')[1] ?? ''],
    ...(route.permission === 'public' ? { security: [] } : {}),
    ...(typeof route.permission === 'string' ? {} : {}),
    'x-permission': route.permission,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: describeBody(route.body) } : {}),
    responses: {
      [String(route.status ?? 200)]: { description: '成功', content: describeAnswer(route) },
      default: {
        description: '拒绝：说明发生了什么、在哪里、该怎么办',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function listParameters(route: Route, place: 'path' | 'query'): Json[] {
  const schema = place === 'path' ? route.params : route.query;
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || (required.includes(name) && Object.keys(inner).length > 0),
    schema: inner,
  }));
}

function describeBody(body: NonNullable<Route['body']>): Json {
  if (body === 'bytes') return { required: true, content: describeBytes() };
  if (body !== 'multipart')
    return { required: true, content: { 'application/json': { schema: toSchema(body, 'input') } } };
  const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
  return { required: true, content: { 'multipart/form-data': { schema: file } } };
}

function describeAnswer(route: Route): Json {
  if (route.response === 'file') return describeBytes();
  return { 'application/json': { schema: toSchema(route.response, 'output') } };
}

const describeBytes = (): Json => ({
  'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
});

/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is. */
function toSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // What is read out of a URL arrives as text; say what it must look like.
      if (io === 'input' && zodSchema instanceof z.ZodNumber && zodSchema._zod.def.coerce)
        jsonSchema.type = 'number';
    },
  });
  return rest;
}

function nameOperation(route: Route): string {
  const words = route.url.split(/[/:.-]/).filter(Boolean);
  const name = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
  return `${route.method === 'GET' ? 'get' : 'post'}${name}`;
}
