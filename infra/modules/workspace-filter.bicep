metadata description = 'Puts a filter in front of a workspace: the workspace as monitoring.bicep has it, and the filter.'

param workspaceName string
param location string
param tags object
param logDays int
param logQuotaGb int
param filterId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    workspaceCapping: { dailyQuotaGb: logQuotaGb }
    features: { disableLocalAuth: true }
    defaultDataCollectionRuleResourceId: filterId
  }
}
