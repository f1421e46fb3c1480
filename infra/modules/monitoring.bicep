metadata description = 'Logs and metrics: one workspace, Application Insights on it, and a filter that keeps addresses out of it.'

param workspaceName string
param insightsName string
param location string
param tags object

@description('How long logs are kept, in days.')
param logDays int

@description('Most GB a day; -1 for no limit.')
param logQuotaGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    workspaceCapping: { dailyQuotaGb: logQuotaGb }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

// The host writes the address of every HTTP request into its telemetry, in Url and in the property HttpPath, and the address of a consent
// holds the user's id. No log may hold one, so both go before anything is stored; the function's name stays. A transformation
// knows few functions of KQL and none that takes a key out of a bag: the properties of HTTP requests are written anew.
resource filter 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-${workspaceName}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    destinations: {
      logAnalytics: [
        { name: 'workspace', workspaceResourceId: workspace.id }
      ]
    }
    dataFlows: [
      {
        streams: ['Microsoft-Table-AppRequests']
        destinations: ['workspace']
        transformKql: 'source | extend Properties = iif(isempty(Url), Properties, pack(\'HttpMethod\', tostring(Properties.HttpMethod), \'InvocationId\', tostring(Properties.InvocationId))) | extend Url = \'\''
      }
    ]
  }
}

// A rule needs the workspace and the workspace its rule, so the workspace is written twice.
module link 'workspace-filter.bicep' = {
  params: {
    workspaceName: workspace.name
    location: location
    tags: tags
    logDays: logDays
    logQuotaGb: logQuotaGb
    filterId: filter.id
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
