const words = (text: string) => text.trim().split(/\s+/)

/** Given names as they are common in Florida, from several languages. */
export const givenNames = words(`
  Adriana Aisha Alan Alejandro Alice Amara Amelia Ana Andre Andrea Angela Anthony Antonio Arthur Beatriz Benjamin Bianca
  Brandon Brian Camila Carla Carlos Carol Catherine Charles Chloe Christine Claire Claudia Daniel Daphne David Deborah
  Dennis Diana Diego Dominique Donna Edward Elena Eli Elise Emily Eric Esther Eva Fatima Felix Fernando Frances Gabriel
  Gail George Gloria Grace Gregory Hannah Harold Helen Henry Hugo Ines Irene Isaac Isabel Jack Jacqueline James Janet
  Jason Javier Jean Jennifer Joel John Jorge Joseph Joyce Juan Judith Julia Karen Keith Kenneth Kevin Laura Lauren
  Lawrence Leah Leonard Lillian Linda Lourdes Lucas Lucia Luis Luz Manuel Marcus Margaret Maria Marie Mark Martha Martin
  Mary Matthew Megan Mei Michael Miguel Miriam Monica Nadia Naomi Natalie Nathan Nicole Nina Noah Nora Olga Oliver Oscar
  Pamela Patricia Paul Peter Philip Priya Rachel Rafael Ralph Raul Rebecca Renee Ricardo Richard Robert Rosa Ruth Samir
  Samuel Sandra Sara Sean Sergio Sharon Sofia Stephen Susan Sylvia Tamara Teresa Theresa Thomas Timothy Valerie Vera
  Victor Vincent Vivian Walter Wendy William Xavier Yolanda Yusuf Zoe`)

/** Family names, likewise. */
export const familyNames = words(`
  Abrams Acosta Adams Ahmed Alvarez Anderson Andrews Baker Baptiste Barnes Bauer Bell Benitez Bennett Berger Bishop Black
  Boyd Brooks Brown Bryant Burke Cabrera Campbell Cardenas Carter Castillo Chan Charles Chen Clark Cohen Cole Coleman
  Collins Cooper Cortez Cruz Daniels Davis Delgado Diaz Dixon Duarte Duncan Edwards Ellis Espinoza Evans Ferguson
  Fernandez Fischer Fisher Fleming Flores Ford Foster Fox Franklin Garcia Garner Gibson Goldberg Gomez Gonzalez Gordon
  Graham Grant Gray Greene Griffin Guerrero Gupta Hall Hamilton Harris Hart Hayes Henderson Hernandez Hoffman Holmes
  Howard Hughes Hunter Hussain Ibrahim Jackson Jenkins Johnson Jones Jordan Joseph Kaplan Katz Kaufman Keller Kelly
  Kennedy Khan Kim Klein Lambert Larson Lawson Lee Levine Lewis Lopez Lozano Ludwig Marshall Martinez Mason Matthews
  Mendoza Meyer Miller Mitchell Molina Montes Moore Morales Moreno Morgan Morris Murphy Murray Myers Navarro Nelson
  Nguyen Novak Nunez Olsen Ortega Ortiz Owens Palmer Park Parker Patel Pena Perez Peterson Pierre Porter Powell Price
  Quinn Ramirez Ramos Reed Reyes Rivera Roberts Robinson Rojas Romero Rosario Rosen Ross Russo Ryan Salazar Sanchez
  Santiago Schmidt Schwartz Shapiro Shaw Silva Simmons Simpson Singh Soto Spencer Stein Stevens Stone Suarez Sullivan
  Taylor Thomas Torres Tran Tucker Turner Valdez Vargas Vasquez Vega Walker Wallace Walsh Ward Warren Watson Weber Weiss
  Wells West White Wilson Wong Wood Wright Young Zhang`)

/** Places from where owners write when they do not live in their unit: street, city, region, postal code. */
export const elsewhere = [
  ['118 Maple Hill Road', 'Westfield', 'NJ', '07090'],
  ['42 Linden Street', 'Brookline', 'MA', '02445'],
  ['2207 Prairie Avenue', 'Evanston', 'IL', '60201'],
  ['815 Larkspur Lane', 'Ann Arbor', 'MI', '48103'],
  ['63 Orchard Terrace', 'White Plains', 'NY', '10603'],
  ['1490 Peachtree Walk', 'Decatur', 'GA', '30030'],
  ['27 Bayberry Court', 'Mystic', 'CT', '06355'],
  ['3312 Juniper Drive', 'Columbus', 'OH', '43214'],
] as const
