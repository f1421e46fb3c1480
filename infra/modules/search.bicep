metadata description = 'Azure AI Search for a remote index of approved conversations.'

param name string
param location string
param tags object
param principalId string

@description('Whether it is reachable through private endpoints only.')
param privateNetwork bool

// Azure's built-in role Search Index Data Contributor: documents, not indexes or settings.
var indexDataContributor = '8ebe5a00-799e-43f5-93ac-243d3dce84a7'

resource search 'Microsoft.Search/searchServices@2025-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'basic' }
  properties: {
    disableLocalAuth: true
    replicaCount: 1
    partitionCount: 1
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
  }
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: search
  name: guid(search.id, principalId, indexDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', indexDataContributor)
  }
}

output id string = search.id
