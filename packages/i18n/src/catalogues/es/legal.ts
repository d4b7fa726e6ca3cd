import type { legal as en } from '../en/legal.ts'
import type { Texts } from '../texts.ts'

/** Languages, accessibility, privacy. */
export const legal: Texts<typeof en> = {
  'languages.title': 'Idiomas',
  'languages.description': 'En qué idiomas puede leer el sitio de la EU STEM Coalition y qué ocurre cuando falta una traducción.',
  'languages.lead': 'El sitio está concebido para las 24 lenguas oficiales de la Unión Europea. Un idioma se abre cuando todas sus páginas están traducidas.',
  'languages.open': 'Puede leer el sitio en',
  'languages.coming': 'En preparación',
  'languages.coming.text': 'Las fechas, los números y los nombres ya son correctos en estos idiomas; los textos aún no están traducidos.',
  'languages.content': 'Lo que escriben los miembros',
  'languages.content.text':
    'Las prácticas y descripciones se muestran en el idioma de la página cuando existe una traducción. De lo contrario ve el original, señalado con su idioma, y un aviso lo indica.',
  'languages.choice': 'Cómo cambiar',
  'languages.choice.text':
    'Use el botón de idioma en la parte superior de cada página: mantiene la página en la que está. El idioma forma parte de la dirección, de modo que un enlace compartido se abre en el mismo idioma. Nunca cambiamos el idioma por nuestra cuenta; si su navegador prefiere otro, un aviso se lo ofrece al llegar.',
  'accessibility.title': 'Declaración de accesibilidad',
  'accessibility.description': 'En qué medida es accesible el sitio de la EU STEM Coalition, qué no lo es y cómo comunicarnos una barrera.',
  'accessibility.lead':
    'Todo el mundo debe poder usar este sitio: con teclado, con lector de pantalla, ampliado, en colores oscuros o forzados, en papel y sin JavaScript.',
  'accessibility.status': 'Hasta dónde hemos llegado',
  'accessibility.status.text':
    'Nos proponemos cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA, y la norma EN 301 549. Según nuestras propias pruebas, el sitio las cumple salvo en los puntos siguientes. Aún no se ha realizado ninguna auditoría externa.',
  'accessibility.known': 'Limitaciones conocidas',
  'accessibility.known.1':
    'Las descripciones de las prácticas solo existen en inglés. Llevan indicado su idioma, para que los lectores de pantalla las lean correctamente.',
  'accessibility.known.2': 'Las publicaciones se abren en los sitios de sus editores; no sabemos si esos documentos son accesibles.',
  'accessibility.known.3': 'El mapa de miembros no puede usarse con el teclado. La lista que lo acompaña contiene los mismos enlaces.',
  'accessibility.tested': 'Cómo probamos',
  'accessibility.tested.text':
    'Cada cambio se prueba con programas antes de publicarse: incumplimientos de las reglas, uso solo con teclado, de 320 a 1920 píxeles de ancho, con mayor espaciado del texto, de derecha a izquierda, en colores oscuros y forzados y en papel. Las personas que usan a diario un lector de pantalla aún no han probado el sitio.',
  'accessibility.tell': 'Comunicarnos una barrera',
  'accessibility.tell.text':
    'Escriba a la secretaría; la página de contacto dice cómo. Indique la página y qué intentaba hacer. Respondemos en un plazo de 15 días hábiles.',
  'accessibility.enforce': 'Si nuestra respuesta no le ayuda',
  'accessibility.enforce.text':
    'Puede dirigirse al organismo que vela por la accesibilidad web en su país, o al Defensor del Pueblo Europeo cuando el asunto se refiera a trabajos financiados por la Unión Europea.',
  'accessibility.date': 'Esta declaración se preparó el {date} tras una autoevaluación.',
  'accessibility.contact': 'Contacto',
  'privacy.title': 'Privacidad',
  'privacy.description': 'Lo que el sitio de la EU STEM Coalition sabe de usted: lo menos posible.',
  'privacy.lead':
    'Puede leer todas las páginas públicas sin decirnos quién es. Las páginas públicas no tienen cookies, contadores, publicidad ni nada de otras empresas.',
  'privacy.visit': 'Cuando lee una página',
  'privacy.visit.text':
    'Su navegador nos envía su dirección de red, como a cualquier sitio. La usamos un instante para responderle y para frenar avalanchas de peticiones. Nuestros registros no la contienen, ni lo que buscó. Los registros técnicos se eliminan a los siete días.',
  'privacy.theme': 'Cuando elige claro u oscuro',
  'privacy.theme.text':
    'Guardamos su elección en una sola cookie de su navegador, llamada __Host-theme. Contiene una palabra y se elimina cuando elige «Sistema», o al cabo de un año.',
  'privacy.register': 'Organizaciones en este sitio',
  'privacy.register.text':
    'El registro describe organizaciones, no personas. Las fichas proceden de fuentes públicas y las citan. Solo se cita por su nombre a personas cuando hablaron en público en razón de su cargo.',
  'privacy.account': 'Cuando tiene una cuenta',
  'privacy.account.text':
    'Conservamos su dirección de correo para permitirle entrar y escribirle, y su nombre, cargo y teléfono si los facilita; usted elige quién de la red ve cada dato. Quién tuvo qué función, y cuándo, se conserva para dar cuenta de lo que se hizo. Todo permanece hasta que elimina su cuenta; lo hace usted mismo en «Mis datos», donde también puede verlo y llevárselo todo.',
  'privacy.sessions': 'Cuando inicia sesión',
  'privacy.sessions.text':
    'Se necesitan dos cookies: __Host-login durante diez minutos mientras inicia sesión, y __Host-session mientras la sesión está abierta, como máximo 30 días (12 horas para el personal). Anotamos el navegador y el sistema, para que distinga sus sesiones, y olvidamos una sesión 30 días después de su final. Una petición de inicio de sesión se olvida al cabo de un día. Para evitar abusos contamos los intentos por dirección y red como resúmenes criptográficos con clave, durante un día como máximo. Las claves de acceso permanecen hasta que las elimina.',
  'privacy.mails': 'Cuando le escribimos',
  'privacy.mails.text':
    'La dirección y el contenido de un correo se olvidan cuando se envía, o a los 30 días si no puede entregarse. El hecho de que se envió se conserva 90 días. Nuestros correos no contienen imágenes ni nada que nos diga si los abrió.',
  'privacy.joining': 'Cuando presenta una candidatura o recibe una invitación',
  'privacy.joining.text':
    'Una candidatura se olvida a los siete días si su dirección no se confirma. Los datos de contacto de una ya decidida se conservan un año. La dirección de una invitación se olvida cuando responde, o 30 días después de que caduque.',
  'privacy.requests': 'Cuando solicita apoyo',
  'privacy.requests.text':
    'Lo que escribe, quién es y los archivos que añade se guardan cifrados (AES-256) y los lee la secretaría para responderle; las personas a las que la secretaría invita a ayudar ven la conversación. Una solicitud que espera su respuesta se cierra tras 60 días sin actividad; una respondida, tras 30. Se olvida dos años después de su cierre; el correo no deseado, a los 90 días; un formulario guardado para más tarde, a los 30. Puede responder por correo; el hecho de que llegó un correo se conserva 90 días como resumen criptográfico con clave. Nuestros correos contienen la referencia y un enlace, nunca lo que se escribió.',
  'privacy.programs': 'Cuando se avisa a programas',
  'privacy.programs.text':
    'Puede avisarse a un programa de un socio de que una solicitud ha cambiado: su referencia, tipo y estado, y nada sobre usted. Estos mensajes se olvidan a los 30 días.',
  'privacy.where': 'Dónde están los datos',
  'privacy.where.text':
    'Cloudflare gestiona el sitio para nosotros como encargado del tratamiento. Las bases de datos se almacenan en la Unión Europea. Se guardan copias de las páginas públicas cerca de los lectores, también fuera de la Unión; no contienen nada sobre usted.',
  'privacy.rights': 'Sus derechos',
  'privacy.rights.text':
    'Puede preguntar qué conservamos sobre usted, hacer que se rectifique o suprima y oponerse a su uso (Reglamento General de Protección de Datos, artículos 15 a 21). Escriba a la secretaría. También puede presentar una reclamación ante la autoridad de protección de datos de su país.',
  'privacy.who': 'Quién es responsable',
  'privacy.who.text': 'La secretaría de la EU STEM Coalition en Platform Talent voor Technologie, en los Países Bajos.',
}
