import type { FastifyRequest } from 'fastify';
import { problems } from './problem.ts';

export interface Upload {
  bytes: Buffer;
  /** Without a folder. */
  fileName: string;
  /** The other parts of the form that are not empty. */
  fields: Record<string, string>;
}

export interface UploadRules {
  /** Bytes. */
  largest: number;
  missing: string;
  tooLarge: string;
}

/** Reads the one file of a multipart form, up to a size; throws bad-input or too-large. */
export async function readUpload(request: FastifyRequest, rules: UploadRules): Promise<Upload> {
  const missing = () => problems.badInput([{ path: 'file', message: rules.missing }]);
  if (!request.isMultipart()) throw missing();
  const fields: Record<string, string> = {};
  let file: { bytes: Buffer; fileName: string } | undefined;
  for await (const part of request.parts({ limits: { fileSize: rules.largest } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && part.value !== '') fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer().catch((thrown: unknown) => {
      throw part.file.truncated ? problems.tooLarge(rules.tooLarge) : thrown;
    });
    file = { bytes, fileName: plainName(part.filename) };
  }
  if (!file) throw missing();
  return { ...file, fields };
}

/** The name alone, without a folder, control characters or more length than a screen has. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 120) || '未命名';
