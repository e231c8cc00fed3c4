import { synthesise } from '../../infra/synthesise.ts';
import type { Resource, Template } from '../../infra/template.ts';
import { type StageName, stages } from '../../infra/stages.ts';

export const stageNames = Object.keys(stages) as StageName[];

/** Each stage's template, synthesised once for all tests of a file. */
export const templates = Object.fromEntries(stageNames.map((stage) => [stage, synthesise(stage)])) as Record<
  StageName,
  Template
>;

/** The resources of one type, with their logical ids. */
export const resourcesOf = (template: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);

/** The one resource of its type. */
export const theOnly = (template: Template, type: string): [id: string, resource: Resource] => {
  const [first, ...others] = resourcesOf(template, type);
  if (!first || others.length > 0)
    throw new Error(`expected one ${type}, found ${others.length + (first ? 1 : 0)}`);
  return first;
};

/** The logical ids that something in a template points at: by Ref, by GetAtt, or inside a Sub. */
export const idsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) return [String(inner[0])];
    if (key === 'Fn::Sub') {
      const text = Array.isArray(inner) ? String(inner[0]) : String(inner);
      return [...text.matchAll(/\$\{([A-Za-z0-9]+)/g)].map((match) => match[1]!).concat(idsIn(inner));
    }
    return idsIn(inner);
  });
};

/** What has to exist before a resource can: all it refers to and all it names in DependsOn. */
export const needs = (template: Pick<Template, 'Resources'>, id: string): string[] => {
  const { Properties, DependsOn = [] } = template.Resources[id]!;
  return [...idsIn(Properties), ...[DependsOn].flat()].filter((other) => other in template.Resources);
};
