metadata description = 'Azure OpenAI with a model that labels and one for embeddings. Without it nothing leaves the app.'

import { Model } from '../types.bicep'

param name string
param location string
param tags object
param chat Model
param embedding Model
param principalId string

@description('Whether it is reachable through private endpoints only.')
param privateNetwork bool

// Azure's built-in role Cognitive Services OpenAI User: asks models, changes nothing.
var openAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow' }
  }

  // The service makes one deployment at a time.
  @batchSize(1)
  resource deployment 'deployments' = [
    for model in [chat, embedding]: {
      name: model.name
      sku: { name: model.sku, capacity: model.capacity }
      properties: {
        model: { format: 'OpenAI', name: model.name, version: model.version }
        versionUpgradeOption: 'NoAutoUpgrade'
      }
    }
  ]
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, principalId, openAiUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
  }
}

output id string = account.id
output endpoint string = account.properties.endpoint
