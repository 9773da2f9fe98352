import type { ComparisonView } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { evaluationsQuery, saveEvaluation } from '../../api/standings.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { SavedDrawer } from './saved-drawer.tsx';
import { words } from './words.ts';

const route = getRouteApi('/shell/comparison');

/** Taking the comparison away, and freezing it. */
export function Actions({ view }: { view: ComparisonView }) {
  const me = useMe();
  const { by, evaluation } = route.useSearch();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const query =
    evaluation === undefined
      ? { scope: view.scope.id, edition: view.edition.id, asOf: view.asOf, by }
      : { scope: view.scope.id, evaluation, by };
  const save = useMutation({
    mutationFn: () => saveEvaluation({ scope: view.scope.id, edition: view.edition.id, asOf: view.asOf }),
    onSuccess: async () => {
      message.success(words.saved);
      setOpen(true);
      await client.invalidateQueries({ queryKey: evaluationsQuery.queryKey });
    },
    onError: (failure) => message.error(failure.message, 6),
  });
  return (
    <>
      {me.can.includes('report') ? (
        <>
          <DownloadButton path="/comparison.xlsx" query={query} fileName={words.excelName}>
            {words.excel}
          </DownloadButton>
          <DownloadButton path="/comparison.docx" query={query} fileName={words.wordName}>
            {words.word}
          </DownloadButton>
        </>
      ) : null}
      <Button onClick={() => setOpen(true)}>{words.savedList}</Button>
      {me.can.includes('evaluation.save') && evaluation === undefined ? (
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {words.save}
        </Button>
      ) : null}
      <SavedDrawer open={open} onClose={() => setOpen(false)} />
    </>
  );
}
