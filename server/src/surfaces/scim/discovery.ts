import type { Resource } from './apply-patch.ts';
import { GROUP } from './groups.ts';
import { USER } from './user-resource.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0';

/** What this service provider can do (RFC 7643, section 5). */
export const serviceProviderConfig = (base: string, documentation: string): Resource => ({
  schemas: [`${core}:ServiceProviderConfig`],
  documentationUri: documentation,
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token of an admin with the scope `scim`, made by `token.create`.',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
});

const resourceType = (base: string, name: 'User' | 'Group', schema: string): Resource => ({
  schemas: [`${core}:ResourceType`],
  id: name,
  name,
  endpoint: `/${name}s`,
  description: name === 'User' ? 'A person of the workspace.' : 'A team and the people in it.',
  schema,
  schemaExtensions: [],
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
});

export const resourceTypes = (base: string): Resource[] => [
  resourceType(base, 'User', USER),
  resourceType(base, 'Group', GROUP),
];

type Attribute = {
  name: string;
  type?: string;
  required?: boolean;
  readOnly?: boolean;
  unique?: boolean;
  parts?: Attribute[];
  many?: boolean;
};

const describe = ({
  name,
  type = 'string',
  required = false,
  readOnly = false,
  unique = false,
  parts,
  many = false,
}: Attribute): Resource => ({
  name,
  type,
  multiValued: many,
  required,
  caseExact: name === 'externalId' || name === 'value',
  mutability: readOnly ? 'readOnly' : 'readWrite',
  returned: 'default',
  uniqueness: unique ? 'server' : 'none',
  ...(parts && { subAttributes: parts.map(describe) }),
});

const userAttributes: Attribute[] = [
  { name: 'userName', required: true, unique: true },
  { name: 'displayName' },
  { name: 'name', type: 'complex', parts: [{ name: 'formatted' }, { name: 'givenName' }, { name: 'familyName' }] },
  { name: 'active', type: 'boolean' },
  {
    name: 'emails',
    type: 'complex',
    many: true,
    parts: [{ name: 'value' }, { name: 'type' }, { name: 'primary', type: 'boolean' }],
  },
  {
    name: 'roles',
    type: 'complex',
    many: true,
    parts: [{ name: 'value' }, { name: 'primary', type: 'boolean' }],
  },
  {
    name: 'groups',
    type: 'complex',
    many: true,
    readOnly: true,
    parts: [{ name: 'value' }, { name: 'display' }, { name: '$ref', type: 'reference' }],
  },
];
const groupAttributes: Attribute[] = [
  { name: 'displayName', required: true, unique: true },
  {
    name: 'members',
    type: 'complex',
    many: true,
    parts: [{ name: 'value' }, { name: 'display' }, { name: '$ref', type: 'reference' }, { name: 'type' }],
  },
];

const schema = (base: string, id: string, attributes: readonly Attribute[]): Resource => ({
  schemas: [`${core}:Schema`],
  id,
  name: id.split(':').at(-1),
  description: id === USER ? 'A person of the workspace.' : 'A team and the people in it.',
  attributes: attributes.map(describe),
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
});

export const schemas = (base: string): Resource[] => [
  schema(base, USER, userAttributes),
  schema(base, GROUP, groupAttributes),
];
