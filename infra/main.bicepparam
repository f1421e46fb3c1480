using 'main.bicep'

import { orElse } from 'types.bicep'

// For azd and for az deployment sub create alike: everything comes from environment variables (azd env set NAME VALUE). docs/deploy.md tells each.
var name = orElse(readEnvironmentVariable('AZURE_ENV_NAME', ''), 'dev')
// An environment that is called prod, or says so, gets environments/prod.json; any other one dev.json.
var production = orElse(readEnvironmentVariable('COSECHA_SIZE', ''), name) == 'prod'
// Models are retired within about two years: whoever deploys later names others.
var chat = '{"name":"gpt-4.1-mini","version":"2025-04-14","sku":"DataZoneStandard","capacity":30}'
var embedding = '{"name":"text-embedding-3-small","version":"1","sku":"Standard","capacity":30}'

param environmentName = name
param location = orElse(readEnvironmentVariable('AZURE_LOCATION', ''), 'eastus2')
param sizing = production ? loadJsonContent('environments/prod.json') : loadJsonContent('environments/dev.json')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL', '')
param budgetStart = readEnvironmentVariable('BUDGET_START', '')
param exportSchedule = orElse(readEnvironmentVariable('EXPORT_SCHEDULE', ''), '0 0 7 * * *')
param pseudonymSecrets = split(orElse(readEnvironmentVariable('PSEUDONYM_SECRETS', ''), 'pseudonym-key'), ',')
param operatorKeyName = readEnvironmentVariable('OPERATOR_KEY_NAME', '')
param authenticationClientId = readEnvironmentVariable('AUTHENTICATION_CLIENT_ID', '')
param languageModel = bool(orElse(readEnvironmentVariable('LANGUAGE_MODEL', ''), 'false'))
param chatModel = json(orElse(readEnvironmentVariable('CHAT_MODEL', ''), chat))
param embeddingModel = json(orElse(readEnvironmentVariable('EMBEDDING_MODEL', ''), embedding))
param search = bool(orElse(readEnvironmentVariable('SEARCH', ''), 'false'))
param privateNetwork = bool(orElse(readEnvironmentVariable('PRIVATE_NETWORK', ''), 'false'))
param settings = json(orElse(readEnvironmentVariable('COSECHA_SETTINGS', ''), '{}'))
