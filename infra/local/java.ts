/** The java to start. */
export const java = (): string => {
  const home = process.env['JAVA_HOME'];
  return home ? `${home}/bin/java` : 'java';
};

/** What to say when there is none. */
export const javaIsMissing =
  'Báo Tin needs Java 17 for DynamoDB Local: apt-get install -y --no-install-recommends openjdk-17-jre-headless';
