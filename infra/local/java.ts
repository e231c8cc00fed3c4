import { spawnSync } from 'node:child_process';

const missing =
  'Báo Tin needs Java 17 for DynamoDB Local: apt-get install -y --no-install-recommends openjdk-17-jre-headless';

/** The java to start, or a thrown sentence that says how to get it. */
export const findJava = (): string => {
  const java = process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java';
  if (spawnSync(java, ['-version'], { stdio: 'ignore' }).error) throw new Error(missing);
  return java;
};
