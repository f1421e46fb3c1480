metadata description = 'Logs and metrics: Application Insights on a workspace that keeps no addresses of requests.'

param workspaceName string
param insightsName string
param location string
param tags object
param logDays int
param logQuotaGb int

module workspace 'workspace.bicep' = {
  params: {
    name: workspaceName
    location: location
    tags: tags
    logDays: logDays
    logQuotaGb: logQuotaGb
    filterId: ''
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
    dataSources: {}
    destinations: {
      logAnalytics: [{ name: 'workspace', workspaceResourceId: workspace.outputs.id }]
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
module filteredWorkspace 'workspace.bicep' = {
  params: {
    name: workspaceName
    location: location
    tags: tags
    logDays: logDays
    logQuotaGb: logQuotaGb
    filterId: filter.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: filteredWorkspace.outputs.id
    DisableLocalAuth: true
  }
}

output workspaceId string = filteredWorkspace.outputs.id
output insightsId string = insights.id
