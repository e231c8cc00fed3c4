import { identityOf, type Identity } from '../api/identity.ts';
import { account, partition, region, urlSuffix, type Addresses } from '../place.ts';
import type { Reading, Template } from './resource.ts';

const pseudo: Record<string, string | undefined> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': partition,
  'AWS::URLSuffix': urlSuffix,
  'AWS::StackName': 'bao-tin-local',
  'AWS::StackId': 'bao-tin-local',
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Error(`a list is expected, not ${JSON.stringify(value)}`);
  return value;
};

/**
 * Reads a template's references: Ref, Fn::GetAtt, Fn::Sub, Fn::Join, Fn::Select, Fn::Split, pseudo parameters, and
 * parameters with a default. Any other function is an error. The address of the API (also when it is put together
 * from `https://`, the API's id and the region) becomes its address on this machine.
 */
export const reading = (template: Template, at: Addresses): Reading => {
  const identity = (id: string): Identity => {
    const resource = template.Resources[id];
    if (!resource) throw new Error(`the template refers to ${id}, which it does not have`);
    return identityOf(id, resource, at, resolve);
  };

  const ref = (id: string): unknown => {
    if (id === 'AWS::NoValue') return undefined;
    if (id in pseudo) return pseudo[id];
    const parameter = template.Parameters?.[id];
    if (parameter?.Default !== undefined) return parameter.Default;
    return identity(id).ref;
  };

  const attribute = (id: string, name: string): string => {
    const value = identity(id).attributes[name];
    if (value === undefined)
      throw new Error(`${id} (${template.Resources[id]?.Type}): ${name} is not known on one machine`);
    return value;
  };

  const substitute = (text: string, values: Record<string, unknown>): string =>
    text.replaceAll(/\$\{([^}!][^}]*)\}/g, (_, name: string) => {
      if (name in values) return String(resolve(values[name]));
      const [id = '', ...rest] = name.split('.');
      return rest.length > 0 ? attribute(id, rest.join('.')) : String(ref(id));
    });

  const functions: Record<string, (value: unknown) => unknown> = {
    Ref: (id) => ref(String(id)),
    'Fn::GetAtt': (value) => {
      const [id, name] = typeof value === 'string' ? value.split(/\.(.*)/) : list(value);
      return attribute(String(id), String(name));
    },
    'Fn::Join': (value) => {
      const [by, parts] = list(value);
      return list(resolve(parts)).join(String(by));
    },
    'Fn::Sub': (value) =>
      typeof value === 'string'
        ? substitute(value, {})
        : substitute(String(list(value)[0]), list(value)[1] as Record<string, unknown>),
    'Fn::Select': (value) => list(resolve(list(value)[1]))[Number(list(value)[0])],
    'Fn::Split': (value) => String(resolve(list(value)[1])).split(String(list(value)[0])),
  };

  const local = (text: string): string =>
    text.replaceAll(
      new RegExp(`https://([\\w-]+)\\.execute-api\\.${region}\\.${urlSuffix.replaceAll('.', '\\.')}`, 'g'),
      (whole, id: string) => (template.Resources[id]?.Type === 'AWS::ApiGatewayV2::Api' ? at.api : whole),
    );

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (typeof value === 'string') return local(value);
    if (!isObject(value)) return value;
    const [[key, argument] = ['', undefined], ...others] = Object.entries(value);
    if (others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
      const call = functions[key];
      if (!call) throw new Error(`the template uses ${key}, which the runner does not understand`);
      const result = call(argument);
      return typeof result === 'string' ? local(result) : result;
    }
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, inner]) => [name, resolve(inner)] as const)
        .filter(([, inner]) => inner !== undefined),
    );
  };

  return { template, resolve, name: (id) => nameOr(id, identity) };
};

/** Resources that nothing refers to (routes, mappings) go by their logical id. */
const nameOr = (id: string, identity: (id: string) => Identity): string => {
  try {
    return identity(id).name;
  } catch {
    return id;
  }
};
