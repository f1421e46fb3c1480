metadata description = 'Everything that Cosecha runs on. docs/deploy.md says how to use it.'

targetScope = 'subscription'

import { Model, Sizing } from 'types.bicep'

@description('Name of the environment; every name of a resource derives from it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of everything. It must have Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

param sizing Sizing

@description('Who is told of alerts and of the budget; empty for nobody.')
param alertEmail string

@description('First day of the month in which the budget was first made; empty for no budget.')
param budgetStart string

@description('When to export: six-field NCRONTAB, UTC.')
param exportSchedule string

@description('Secrets of the vault that hold pseudonym keys: the current one first, then earlier ones, newest first.')
@minLength(1)
param pseudonymSecrets string[]

@description('Secret of the vault that is the key of operators; empty for none.')
param operatorKeyName string

@description('Further settings of the app, by name; they win over the template\'s.')
param settings object

@description('Client id of the app registration of App Service Authentication; empty for none.')
param authenticationClientId string

@description('Whether there is a language model (Azure OpenAI) that labels where the rules are unsure.')
param languageModel bool

@description('The model that labels.')
param chatModel Model

@description('The model of embeddings.')
param embeddingModel Model

@description('Whether there is an Azure AI Search service.')
param search bool

@description('Whether storage, vault, model and search are reachable from the app\'s network only.')
param privateNetwork bool

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var packageContainer = 'app-package'
var storageName = 'st${token}'
var vaultName = 'kv-${token}'
var insightsName = 'appi-${token}'
var modelName = 'oai-${token}'
var searchName = 'srch-${token}'

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-${token}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-${token}'
    insightsName: insightsName
    location: location
    tags: tags
    logDays: sizing.logDays
    logQuotaGb: sizing.logQuotaGb
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    sku: sizing.storageSku
    packageContainer: packageContainer
    privateNetwork: privateNetwork
    protect: sizing.protect
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: { name: vaultName, location: location, tags: tags, privateNetwork: privateNetwork, protect: sizing.protect }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storageName
    insightsName: insightsName
    vaultName: vaultName
  }
  dependsOn: [storage, monitoring, vault]
}

module model 'modules/language-model.bicep' = if (languageModel) {
  scope: group
  params: {
    name: modelName
    location: location
    tags: tags
    chat: chatModel
    embedding: embeddingModel
    principalId: identity.outputs.principalId
    privateNetwork: privateNetwork
  }
}

module index 'modules/search.bicep' = if (search) {
  scope: group
  params: {
    name: searchName
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    privateNetwork: privateNetwork
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: { name: 'vnet-${token}', location: location, tags: tags }
}

// Ids by name, since how many endpoints there are must be known before anything is made.
var storageId = resourceId(subscription().subscriptionId, group.name, 'Microsoft.Storage/storageAccounts', storageName)
var vaultId = resourceId(subscription().subscriptionId, group.name, 'Microsoft.KeyVault/vaults', vaultName)
var modelId = resourceId(subscription().subscriptionId, group.name, 'Microsoft.CognitiveServices/accounts', modelName)
var searchId = resourceId(subscription().subscriptionId, group.name, 'Microsoft.Search/searchServices', searchName)
var storageSuffix = az.environment().suffixes.storage
var endpoints = concat(
  [
    { group: 'blob', service: storageId, zone: 'privatelink.blob.${storageSuffix}' }
    { group: 'queue', service: storageId, zone: 'privatelink.queue.${storageSuffix}' }
    { group: 'table', service: storageId, zone: 'privatelink.table.${storageSuffix}' }
    { group: 'vault', service: vaultId, zone: 'privatelink.vaultcore.azure.net' }
  ],
  languageModel ? [{ group: 'account', service: modelId, zone: 'privatelink.openai.azure.com' }] : [],
  search ? [{ group: 'searchService', service: searchId, zone: 'privatelink.search.windows.net' }] : []
)

module endpoint 'modules/private-endpoint.bicep' = [
  for item in endpoints: if (privateNetwork) {
    scope: group
    params: {
      name: 'pe-${item.group}-${token}'
      location: location
      tags: tags
      networkId: network!.outputs.id
      subnetId: network!.outputs.endpointSubnetId
      serviceId: item.service
      group: item.group
      zoneName: item.zone
    }
    dependsOn: [storage, vault, model, index]
  }
]

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: tags
    sizing: sizing
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storageName
    packageContainer: packageContainer
    insightsName: insightsName
    vaultUri: vault.outputs.uri
    pseudonymSecrets: pseudonymSecrets
    operatorKeyName: operatorKeyName
    exportSchedule: exportSchedule
    authenticationClientId: authenticationClientId
    modelSettings: languageModel
      ? { Labeling__Mode: 'cascade', Ai__Endpoint: model!.outputs.endpoint, Ai__Model: chatModel.name }
      : {}
    settings: settings
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
  }
  dependsOn: [roles, endpoint]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    email: alertEmail
    appHost: app.outputs.host
    healthTest: sizing.healthTest
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module budget 'modules/budget.bicep' = if (sizing.monthlyBudget > 0 && !empty(alertEmail) && !empty(budgetStart)) {
  scope: group
  params: { amount: sizing.monthlyBudget, email: alertEmail, start: budgetStart }
}

// azd keeps these in its environment; the hook needs them to make the pseudonym key.
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = app.outputs.name
output AZURE_KEY_VAULT_NAME string = vaultName
output AZURE_STORAGE_ACCOUNT_NAME string = storageName
output PSEUDONYM_SECRET string = pseudonymSecrets[0]
output SERVICE_APP_URI string = 'https://${app.outputs.host}'
