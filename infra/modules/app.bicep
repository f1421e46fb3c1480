metadata description = 'The Functions app on Flex Consumption.'

import { Sizing } from '../types.bicep'

param name string
param planName string
param location string
param tags object
param sizing Sizing
param identityId string
param identityClientId string
param storageName string
param packageContainer string
param insightsName string
param vaultUri string

@description('Secrets of the vault that hold pseudonym keys: the current one first, then earlier ones, newest first.')
@minLength(1)
param pseudonymSecrets string[]

@description('Secret of the vault that is the key of operators; empty for none.')
param operatorKeyName string

param exportSchedule string

@description('Client id of the app registration of App Service Authentication; empty for none.')
param authenticationClientId string

@description('The language model\'s settings; empty for none.')
param modelSettings object

@description('Further settings of the app, by name; they win.')
param settings object

@description('Subnet through which the app reaches private endpoints; empty for none.')
param subnetId string

// What App Service Authentication shows as the app registration's secret: the name of the setting that holds the identity, so that there is none.
var assertionSetting = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
var authenticates = !empty(authenticationClientId)
var secret = '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/'

// On Flex Consumption the runtime stands in functionAppConfig: FUNCTIONS_WORKER_RUNTIME and its kin must not be set.
var ownSettings = union(
  {
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
    AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
    AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    AZURE_CLIENT_ID: identityClientId
    // Spans of the host hold addresses of requests, and so user ids, and it makes one for each look into a queue: it keeps none. The app's own do not
    // depend on it (docs/telemetry.md).
    OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
    OTEL_TRACES_SAMPLER_ARG: '0'
    Pseudonym__Key: '${secret}${pseudonymSecrets[0]})'
    Export__Schedule: exportSchedule
    Access__PlatformAuthentication: string(authenticates)
  },
  toObject(
    range(1, length(pseudonymSecrets) - 1),
    i => 'Pseudonym__PreviousKeys__${i - 1}',
    i => '${secret}${pseudonymSecrets[i]})'
  ),
  empty(operatorKeyName) ? {} : { Access__OperatorKey: '${secret}${operatorKeyName})' },
  authenticates ? { '${assertionSetting}': identityClientId } : {}
)

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      alwaysOn: false
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: sizing.instanceMemoryMB
        maximumInstanceCount: sizing.maximumInstanceCount
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(ownSettings, modelSettings, settings)
  }

  // Nothing is deployed with a password: neither by FTP nor by Git.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // Requests without a principal pass: the bot has a function key and health needs nothing; the app refuses who needs a role (docs/operations.md).
  resource authentication 'config' = if (authenticates) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      login: { tokenStore: { enabled: false } }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: authenticationClientId
            clientSecretSettingName: assertionSetting
            openIdIssuer: '${az.environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: [authenticationClientId, 'api://${authenticationClientId}'] }
        }
      }
    }
    dependsOn: [appSettings]
  }
}

output name string = app.name
output host string = app.properties.defaultHostName
