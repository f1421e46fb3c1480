@export()
@description('How large, how safe and how closely watched an environment is: environments/dev.json and prod.json.')
type Sizing = {
  @description('How many copies the storage keeps, and where.')
  storageSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

  @description('Most instances of the app, or of one of its functions; Flex Consumption asks for 40 at least.')
  @minValue(40)
  @maxValue(1000)
  maximumInstanceCount: int

  @description('Memory of an instance in MB.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('How long logs are kept, in days.')
  @minValue(30)
  @maxValue(730)
  logDays: int

  @description('Most GB of logs a day, after which none are taken until the next day; -1 for no limit.')
  logQuotaGb: int

  @description('Monthly budget of the resource group in the currency of the bill; 0 for none. It tells, it stops nothing.')
  @minValue(0)
  monthlyBudget: int

  @description('Whether storage and key vault are locked against deletion, and the vault cannot be purged (which can never be turned off again).')
  protect: bool

  @description('Whether Azure calls /api/health every 15 minutes from three places.')
  healthTest: bool
}

@export()
@description('A model of Azure OpenAI.')
type Model = {
  @description('The model, which is the name of its deployment too.')
  name: string

  version: string

  @description('Where texts may be processed: in the region, in the region\'s data zone (USA, EU), or anywhere.')
  sku: 'Standard' | 'DataZoneStandard' | 'GlobalStandard'

  @description('Thousands of tokens a minute.')
  @minValue(1)
  capacity: int
}

@export()
@description('A value, or another one where it is empty: GitHub hands variables that nobody made on as empty ones.')
func orElse(value string, otherwise string) string => empty(value) ? otherwise : value
