import {
  idParam,
  organizationBody,
  organizationChange,
  organizationChanged,
  organizationFile,
  organizationRow,
  organizationsQuery,
  pageOf,
} from '@hujian/contract';
import * as z from 'zod';
import { route } from '../../http/route.ts';
import { changeOrganization } from './change-organization.ts';
import { createOrganization } from './create-organization.ts';
import { getFile } from './get-file.ts';
import { listOrganizations } from './list-organizations.ts';

const byId = z.object({ id: idParam });

export const routes = [
  route({
    method: 'GET',
    url: '/organizations',
    summary: '组织树与查找',
    permission: 'organization.read',
    access: 'read',
    query: organizationsQuery,
    response: pageOf(organizationRow),
    handle: listOrganizations,
  }),
  route({
    method: 'GET',
    url: '/organizations/:id',
    summary: '一个组织的一页档案',
    permission: 'organization.read',
    access: 'read',
    params: byId,
    response: organizationFile,
    handle: getFile,
  }),
  route({
    method: 'POST',
    url: '/organizations',
    summary: '新建组织',
    permission: 'organization.manage',
    access: 'write',
    act: 'organization.create',
    body: organizationBody,
    response: z.object({ organization: organizationRow }),
    status: 201,
    handle: createOrganization,
  }),
  route({
    method: 'POST',
    url: '/organizations/:id/changes',
    summary: '变更组织：更名、划转、合并、分设、撤销',
    permission: 'organization.manage',
    access: 'write',
    act: 'organization.change',
    params: byId,
    body: organizationChange,
    response: organizationChanged,
    handle: changeOrganization,
  }),
];
