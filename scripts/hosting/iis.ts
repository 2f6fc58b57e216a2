import { HTTP_RULES } from '../serve/http-rules';
import { ADDRESS, mediaTypes, NOTE, TLS_HEADERS, withCharset } from './rules';

/** `deploy/iis/web.config`: goes beside `index.html`. Needs Microsoft's URL Rewrite module. */
export function webConfig(): string {
  const { hashed, other } = HTTP_RULES.cache;
  const types = mediaTypes().flatMap(({ type, names }) =>
    names.flatMap((name) => [
      `      <remove fileExtension=".${name}" />`,
      `      <mimeMap fileExtension=".${name}" mimeType="${withCharset(type)}" />`,
    ]),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<!-- ${NOTE} -->`,
    '<configuration>',
    '  <system.webServer>',
    '    <httpProtocol>',
    '      <customHeaders>',
    '        <remove name="X-Powered-By" />',
    ...Object.entries(TLS_HEADERS).map(
      ([name, value]) => `        <add name="${name}" value="${attribute(value)}" />`,
    ),
    '      </customHeaders>',
    '    </httpProtocol>',
    '    <security>',
    '      <requestFiltering removeServerHeader="true">',
    '        <verbs allowUnlisted="false">',
    '          <add verb="GET" allowed="true" />',
    '          <add verb="HEAD" allowed="true" />',
    '        </verbs>',
    '      </requestFiltering>',
    '    </security>',
    '    <rewrite>',
    '      <rules>',
    '        <rule name="ktyper: encrypted" stopProcessing="true">',
    '          <match url=".*" />',
    '          <conditions>',
    '            <add input="{HTTPS}" pattern="^OFF$" />',
    '          </conditions>',
    '          <!-- The name of this host: what a request calls it is not to be believed. -->',
    '          <action type="Redirect" url="https://ktyper.example.org{UNENCODED_URL}" redirectType="Permanent" appendQueryString="false" />',
    '        </rule>',
    '        <rule name="ktyper: addresses of the app" stopProcessing="true">',
    `          <match url="${ADDRESS}" />`,
    '          <action type="Rewrite" url="index.html" />',
    '        </rule>',
    '      </rules>',
    '    </rewrite>',
    '    <staticContent>',
    `      <clientCache cacheControlMode="NoControl" cacheControlCustom="${other}" />`,
    ...types,
    '    </staticContent>',
    '    <urlCompression doStaticCompression="true" doDynamicCompression="false" />',
    '    <directoryBrowse enabled="false" />',
    '    <httpErrors existingResponse="Auto" />',
    '  </system.webServer>',
    '  <location path="assets">',
    '    <system.webServer>',
    '      <staticContent>',
    `        <clientCache cacheControlMode="NoControl" cacheControlCustom="${hashed}" />`,
    '      </staticContent>',
    '    </system.webServer>',
    '  </location>',
    '</configuration>',
    '',
  ].join('\n');
}

function attribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
