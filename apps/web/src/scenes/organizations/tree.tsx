import type { OrganizationRow } from '@hujian/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Tree } from 'antd';
import { useMemo, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { listChildren } from '../../api/organizations.ts';
import { Page } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { Band } from '../../parts/verdict.tsx';
import { brief, formWords, kindWords } from '../../parts/words.ts';
import { NewOrganization } from './new-organization.tsx';
import { words } from './words.ts';
import './organizations.css';

interface Node {
  key: number;
  row: OrganizationRow;
  isLeaf: boolean;
  children?: Node[];
}

const childrenKey = (parent: number | null) => ['children', parent] as const;
const nodeOf = (row: OrganizationRow): Node => ({ key: row.id, row, isLeaf: row.childCount === 0 });

function withChildren(nodes: Node[], parent: number, children: Node[]): Node[] {
  return nodes.map((node) => {
    if (node.key === parent) return { ...node, children };
    return node.children === undefined
      ? node
      : { ...node, children: withChildren(node.children, parent, children) };
  });
}

/** The tree below the actor's organization; each level is fetched when it is opened. */
export function OrganizationTree() {
  const me = useMe();
  const roots = useQuery({ queryKey: childrenKey(null), queryFn: () => listChildren(null) });
  return (
    <Page
      title={words.treeTitle}
      lead={words.treeLead}
      needs="organization.read"
      actions={me.can.includes('organization.manage') ? <NewOrganization /> : undefined}
    >
      <Loaded query={roots} what={words.tree} rows={8}>
        {(rows) =>
          rows.length === 0 ? <Empty title={words.none}>{words.noneLead}</Empty> : <Grown rows={rows} />
        }
      </Loaded>
    </Page>
  );
}

function Grown({ rows }: { rows: OrganizationRow[] }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const first = useMemo(() => rows.map(nodeOf), [rows]);
  const [nodes, setNodes] = useState(first);
  const height = Math.max(360, window.innerHeight - 170);
  const load = async (parent: number) => {
    const found = await client.fetchQuery({
      queryKey: childrenKey(parent),
      queryFn: () => listChildren(parent),
    });
    setNodes((before) => withChildren(before, parent, found.map(nodeOf)));
  };
  return (
    <div className="tree-block">
      <Tree<Node>
        treeData={nodes}
        height={height}
        itemHeight={32}
        blockNode
        defaultExpandedKeys={first.map((node) => node.key)}
        loadData={({ key, children }) => (children === undefined ? load(Number(key)) : Promise.resolve())}
        titleRender={(node) => <Title row={node.row} />}
        onSelect={(_, { node }) =>
          void navigate({ to: '/organizations/$organization', params: { organization: String(node.key) } })
        }
      />
    </div>
  );
}

function Title({ row }: { row: OrganizationRow }) {
  return (
    <span className="tree-title">
      <Link to="/organizations/$organization" params={{ organization: String(row.id) }}>
        {row.name}
      </Link>
      <span className="faint tree-facts">
        {formWords[row.form]}
        {row.kind === null ? '' : ` · ${kindWords[row.kind]}`}
        {row.childCount > 0 ? ` · 下级${row.childCount}个` : ''}
        {row.closedOn === null ? '' : ` · ${words.closed}`}
      </span>
      {row.points === undefined ? null : (
        <span className="tree-points">
          {brief(row.points)}
          <span className="faint">／{brief(row.possible)}</span> <Band band={row.band} />
        </span>
      )}
    </span>
  );
}
