using 'main.bicep'

// For azd and for az deployment sub create alike: everything comes from environment variables (azd env set NAME VALUE).
var name = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
// An environment that is called prod, or says so, gets environments/prod.json; any other one dev.json.
var production = readEnvironmentVariable('COSECHA_SIZE', name) == 'prod'

param environmentName = name
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastus2')
param sizing = production ? loadJsonContent('environments/prod.json') : loadJsonContent('environments/dev.json')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL', '')
param exportSchedule = readEnvironmentVariable('EXPORT_SCHEDULE', '0 0 7 * * *')
param pseudonymSecrets = split(readEnvironmentVariable('PSEUDONYM_SECRETS', 'pseudonym-key'), ',')
param operatorKeyName = readEnvironmentVariable('OPERATOR_KEY_NAME', '')
param authenticationClientId = readEnvironmentVariable('AUTHENTICATION_CLIENT_ID', '')
param languageModel = bool(readEnvironmentVariable('LANGUAGE_MODEL', 'false'))
param search = bool(readEnvironmentVariable('SEARCH', 'false'))
param privateNetwork = bool(readEnvironmentVariable('PRIVATE_NETWORK', 'false'))
param settings = json(readEnvironmentVariable('COSECHA_SETTINGS', '{}'))
