/** Rights that a run of journeys may leave unused, and why the stack gives them all the same. By what the line says. */
const kept: readonly { right: RegExp; because: string }[] = [
  {
    right: / kms:GenerateDataKeyWithoutPlaintext |LeadingKeys":\["KEY#data"\]/,
    because:
      'whichever function needs the data key first makes it or finds it; in a run one of them is the first',
  },
  {
    right: / kms:(ReEncryptFrom|ReEncryptTo|Encrypt|GenerateDataKey|DescribeKey) .*ViaService":"dynamodb/,
    because:
      'DynamoDB asks its key for these with the rights of whoever writes; AWS does not say when for which',
  },
  {
    right: /^settle-sms-account /,
    because: 'a custom resource of CloudFormation: only a deployment calls it',
  },
  {
    right: / (sns:Publish|sms-voice:SendTextMessage|secretsmanager:GetSecretValue) /,
    because: 'of the carriers in the list only those that a run sends by are asked',
  },
  {
    right: /-dead-letters| sqs:SendMessage .*dead/,
    because: 'what failed for good is set aside; a run in which all goes well sets nothing aside',
  },
];

/** Why a right is given that a run did not use; undefined where nobody has written it down. */
export const whyKept = (line: string): string | undefined =>
  kept.find(({ right }) => right.test(line))?.because;
