metadata description = 'The page of figures in the portal.'

param location string
param tags object
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'cosecha')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Cosecha'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../workbook.json')
  }
}
