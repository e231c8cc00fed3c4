import * as z from 'zod';

/** One resource of a CloudFormation template, as `cdk synth` writes it. */
export type Resource = {
  Type: string;
  Properties?: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
  Condition?: string;
};

/** A CloudFormation template; only what the runner looks at. */
export type Template = {
  Resources: Record<string, Resource>;
  Parameters?: Record<string, { Default?: unknown }>;
};

/** A template together with what its references mean here. */
export type Reading = {
  template: Template;
  resolve: (value: unknown) => unknown;
  /** The physical name of a resource, by its logical id. */
  name: (id: string) => string;
};

export type Read<Properties> = { id: string; name: string; resource: Resource; properties: Properties };

/** CloudFormation takes numbers and truths as text too. */
export const count = z.coerce.number().int();
export const flag = z.union([z.boolean(), z.stringbool()]);

/**
 * All resources of a type, their references resolved and their properties checked. `needless` names the properties that
 * change nothing on one machine (permissions, encryption, tags); a property that is in neither list is an error that
 * names the resource, so that nothing which changes behaviour is passed over.
 */
export const every = <Shape extends z.ZodObject>(
  { template, resolve, name }: Reading,
  type: string,
  shape: Shape,
  needless: readonly string[] = [],
): Read<z.infer<Shape>>[] =>
  Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => {
      if (resource.Condition !== undefined) throw new Error(`${id} (${type}): conditions are not understood`);
      const wanted = Object.entries(resource.Properties ?? {})
        .filter(([key]) => !needless.includes(key))
        .map(([key, value]) => [key, key in shape.shape ? resolve(value) : value] as const)
        .filter(([, value]) => value !== undefined);
      const read = shape.strict().safeParse(Object.fromEntries(wanted));
      if (!read.success)
        throw new Error(`${id} (${type}) cannot run on one machine: ${z.prettifyError(read.error)}`);
      return { id, name: name(id), resource, properties: read.data as z.infer<Shape> };
    });

/** The logical id of the role that `RoleArn` or `Role` names by its ARN, whether or not the template has it. */
export const roleNamed = (reference: unknown): string | undefined => {
  const attribute = (reference as { 'Fn::GetAtt'?: string | string[] } | undefined)?.['Fn::GetAtt'];
  return typeof attribute === 'string' ? attribute.split('.')[0] : attribute?.[0];
};
