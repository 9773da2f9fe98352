import type { DocumentFull } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/door.ts';
import { documentQuery, documentsQuery, saveDocument } from '../../api/uses.ts';
import { sameWords, toWords, toWritten, type WrittenWords } from './pieces.ts';
import { documentWords as words } from './words.ts';

export interface Writing {
  written: WrittenWords;
  change: (part: Partial<WrittenWords>) => void;
  dirty: boolean;
  /** Somebody else saved meanwhile: what they wrote is `doc`, what one wrote oneself is `written`. */
  conflict: boolean;
  saving: boolean;
  error: unknown;
  save: () => void;
  /** Saves over what somebody else saved. */
  keepMine: () => void;
  takeTheirs: () => void;
}

/** The words of a document while somebody writes them; what others save never overwrites them unasked. */
export function useDocument(round: number, doc: DocumentFull): Writing {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [base, setBase] = useState(doc);
  const [written, setWritten] = useState(() => toWritten(doc.words, doc.drafted));
  const dirty = !sameWords(toWords(written), base.words);
  const adopt = (from: DocumentFull) => {
    setBase(from);
    setWritten(toWritten(from.words, from.drafted));
  };
  const key = documentQuery(round, doc.kind).queryKey;
  const save = useMutation({
    mutationFn: (version: number) => saveDocument(round, doc.kind, version, toWords(written)),
    onSuccess: async (saved) => {
      adopt(saved);
      client.setQueryData(key, saved);
      message.success(words.saved);
      await client.invalidateQueries({ queryKey: documentsQuery(round).queryKey });
    },
    onError: async (failure) => {
      if (failure instanceof Problem && failure.status === 409)
        await client.refetchQueries({ queryKey: key });
    },
  });
  if (doc !== base && !dirty && !save.isPending) adopt(doc);
  const conflict = dirty && doc.version !== base.version;
  return {
    written,
    change: (part) => setWritten((before) => ({ ...before, ...part })),
    dirty,
    conflict,
    saving: save.isPending,
    error: conflict ? null : save.error,
    save: () => save.mutate(base.version),
    keepMine: () => save.mutate(doc.version),
    takeTheirs: () => {
      save.reset();
      adopt(doc);
    },
  };
}
