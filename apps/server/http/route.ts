import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/roles.ts';
import type { Act } from '../audit/acts.ts';
import type { AuditDraft } from '../audit/audit-draft.ts';
import type { Access, Trx } from '../database/door.ts';
import type { Services } from './services.ts';

/** 'public': anyone. 'signed-in': anyone with an account. Else the active role must hold one of the permissions. */
export type Guard = Permission | readonly Permission[] | 'public' | 'signed-in';

type Output<Schema> = Schema extends z.ZodType
  ? z.output<Schema>
  : Schema extends 'bytes'
    ? Buffer
    : Record<string, never>;
/** A file as an answer; `content` may stream. */
export interface FileAnswer {
  fileName: string;
  contentType: string;
  content: Buffer | Readable;
}
type Answer<Response> = Response extends z.ZodType ? z.input<Response> : FileAnswer;

/** What a handler gets. With `door: 'none'` there is no transaction: touching `trx` throws. */
export interface Context<Params, Query, Body> {
  actor: Actor;
  trx: Trx;
  params: Params;
  query: Query;
  body: Body;
  services: Services;
  /** 'YYYY-MM-DD' in China. */
  today: string;
  /** Adds to the audit line of the route's act; called twice it makes two lines, never called one with the params. */
  note(draft: Omit<AuditDraft, 'act'> & { act?: Act }): void;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface RouteDeclaration<
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | 'multipart' | 'bytes' | undefined,
  Response extends z.ZodType | 'file',
> {
  method: 'GET' | 'POST';
  /** Under /api, parameters as ':name'. */
  url: `/${string}`;
  /** One line for the API's description. */
  summary: string;
  permission: Guard;
  /** 'write' opens the database for writing and needs an act. */
  access: Access;
  /** 'actor' (the rule), 'system' with a reason (sees everything!), 'none' for handlers that open the door themselves. */
  door?: 'actor' | 'none' | { system: string };
  /** The audit line. null: a write that leaves none (nothing of the field changes). */
  act?: Act | null;
  /** Open to those who must still switch on TOTP. */
  beforeTotp?: true;
  params?: Params;
  query?: Query;
  /** 'multipart': a form with a file. 'bytes': the body as it is (application/octet-stream). */
  body?: Body;
  response: Response;
  status?: 200 | 201 | 202;
  /** Bytes; 1 MiB unless said. */
  bodyLimit?: number;
  /**
   * For routes that many phones call at the same moment. So many bodies are read at once (the lines may be slow: many),
   * the others wait unread; and so many are worked on at once (few), the others wait as bytes. Absent: no bound.
   */
  atOnce?: { reading: number; working: number };
  handle(context: Context<Output<Params>, Output<Query>, Output<Body>>): Promise<Answer<Response>>;
}

/** A declared route with its types put away; `registerRoutes` takes a list of them. */
export interface Route
  extends Omit<
    RouteDeclaration<
      z.ZodType | undefined,
      z.ZodType | undefined,
      z.ZodType | 'multipart' | 'bytes' | undefined,
      z.ZodType | 'file'
    >,
    'handle'
  > {
  handle(context: Context<unknown, unknown, unknown>): Promise<unknown>;
}

/** Declares a route. Throws when it names no permission, or writes without saying which act it is. */
export function route<
  Response extends z.ZodType | 'file',
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | 'multipart' | 'bytes' | undefined = undefined,
>(declaration: RouteDeclaration<Params, Query, Body, Response>): Route {
  const name = `${declaration.method} ${declaration.url}`;
  if (!declaration.permission?.length) throw new Error(`route ${name} declares no permission`);
  if (!declaration.response) throw new Error(`route ${name} declares no response`);
  if (declaration.access === 'write' && declaration.act === undefined)
    throw new Error(`route ${name} writes and declares no act`);
  // The schemas parse before the handler runs, so the handler's narrower context is what it gets.
  return declaration as unknown as Route;
}
